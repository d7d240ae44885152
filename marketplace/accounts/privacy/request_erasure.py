"""``request_erasure``: a link that erases the account, mailed to its owner."""

from django.db import transaction

from marketplace.accounts.events import AccountErasureRequested
from marketplace.accounts.mail.links import check_redirect
from marketplace.accounts.user import User
from marketplace.events.publish import publish


def request_erasure(user: User, *, redirect_url: str = "") -> None:
    """Nothing is erased before the link is used: a stolen sign-in alone cannot do it. Raises `ForeignRedirect`."""
    redirect_url = check_redirect(redirect_url)
    with transaction.atomic():
        publish(AccountErasureRequested(user_id=user.pk, redirect_url=redirect_url))
