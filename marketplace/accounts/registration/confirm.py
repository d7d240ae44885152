"""``confirm_email``: the person has shown that mail reaches them."""

from django.db import transaction

from marketplace.accounts.events import AccountConfirmed
from marketplace.accounts.mail.link_token import Purpose, read_link_token
from marketplace.accounts.user import User
from marketplace.events.publish import publish


def confirm_email(token: str, *, email: str = "") -> User:
    """Confirm the account of a mailed token, once; an ``email`` must be its own.

    Raises `InvalidLink` or `ExpiredLink`.
    """
    with transaction.atomic():
        user = read_link_token(token, Purpose.CONFIRM, email=email)
        user.is_confirmed = True
        user.save(update_fields=["is_confirmed"])
        publish(AccountConfirmed(user_id=user.pk))
    return user
