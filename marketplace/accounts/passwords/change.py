"""A new password: by a mailed link, or by somebody who knows the old one. Either signs out every device."""

from django.db import transaction

from marketplace.accounts.events import PasswordChanged
from marketplace.accounts.mail.link_token import Purpose, read_link_token
from marketplace.accounts.passwords.rules import LONGEST_PASSWORD, check_password_rules
from marketplace.accounts.sign_in.attempts import PER_ACCOUNT, clear_attempts, count_attempt
from marketplace.accounts.tokens.revoke import revoke_all_tokens
from marketplace.accounts.user import User
from marketplace.events.publish import publish


class WrongPassword(Exception):
    """The password given as proof is not the account's."""


def set_password(*, token: str, password: str, email: str = "") -> User:
    """Set the password of a mailed reset token, once; it confirms the address too, since the mail arrived.

    An ``email`` must be the account's own.

    Raises `InvalidLink`, `ExpiredLink`, `WeakPassword`.
    """
    with transaction.atomic():
        user = read_link_token(token, Purpose.RESET, email=email)
        user.is_confirmed = True
        user.save(update_fields=["is_confirmed"])
        _replace(user, password)
    return user


def change_password(*, user: User, old_password: str, new_password: str) -> None:
    """Replace a known password. Raises `WrongPassword`, `WeakPassword`, `TooManyAttempts`."""
    require_password(user, old_password)
    with transaction.atomic():
        _replace(user, new_password)


def require_password(user: User, password: str) -> None:
    """Raise `WrongPassword` unless it is the user's own; guesses are counted with those at sign-in."""
    count_attempt(PER_ACCOUNT, user.email)
    if len(password) > LONGEST_PASSWORD or not user.check_password(password):
        raise WrongPassword
    clear_attempts(PER_ACCOUNT, user.email)


def _replace(user: User, password: str) -> None:
    check_password_rules(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    revoke_all_tokens(user)
    publish(PasswordChanged(user_id=user.pk))
