"""``register_account``: an account that waits for the confirmation of its e-mail address."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from i18n.languages import DEFAULT_LANGUAGE, LANGUAGES
from marketplace.accounts.events import AccountRegistered, RegistrationRepeated
from marketplace.accounts.mail.links import check_redirect
from marketplace.accounts.metadata import merged
from marketplace.accounts.names import tidy_name
from marketplace.accounts.passwords.rules import check_password_rules
from marketplace.accounts.user import LONGEST_EMAIL, User, normalise_email
from marketplace.events.publish import publish


class InvalidEmail(ValueError):
    """No mail can be sent to this."""


@dataclass(frozen=True, slots=True)
class Registration:
    email: str
    password: str
    first_name: str = ""
    last_name: str = ""
    language: str = DEFAULT_LANGUAGE
    redirect_url: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


def checked_email(email: str) -> str:
    """The address in its stored form. Raises `InvalidEmail`."""
    normal = normalise_email(email)
    try:
        validate_email(normal)
    except ValidationError:
        raise InvalidEmail from None
    if len(normal) > LONGEST_EMAIL:
        raise InvalidEmail
    return normal


def register_account(registration: Registration) -> None:
    """Register, or write to whoever has the address already; the caller cannot tell which.

    Until an address is confirmed, the last registration for it counts: its password replaces the
    earlier one and makes links mailed before worthless, so that nobody can register ahead of the owner.
    Raises `InvalidEmail`, `NameTooLong`, `WeakPassword`, `ForeignRedirect`, `TooMuchMetadata`.
    """
    email = checked_email(registration.email)
    redirect_url = check_redirect(registration.redirect_url)
    names = {name: tidy_name(getattr(registration, name), field=name) for name in ("first_name", "last_name")}
    metadata = merged({}, registration.metadata)
    check_password_rules(registration.password, User(email=email, **names))
    password = make_password(registration.password)  # hashed in every case: the answer takes as long
    language = registration.language if registration.language in LANGUAGES else DEFAULT_LANGUAGE
    with transaction.atomic():
        user, _is_new = User.objects.select_for_update().get_or_create(email=email)
        if user.is_confirmed:
            publish(RegistrationRepeated(user_id=user.pk))
            return
        user.password, user.language = password, language
        user.first_name, user.last_name, user.metadata = names["first_name"], names["last_name"], metadata
        user.save(update_fields=["password", "language", "first_name", "last_name", "metadata"])
        publish(AccountRegistered(user_id=user.pk, redirect_url=redirect_url))
