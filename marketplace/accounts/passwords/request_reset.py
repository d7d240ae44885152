"""``request_password_reset``: a link to choose a new password, mailed to whoever has the account."""

from django.db import transaction

from marketplace.accounts.events import PasswordResetRequested
from marketplace.accounts.mail.links import check_redirect
from marketplace.accounts.user import User, normalise_email
from marketplace.events.publish import publish


def request_password_reset(email: str, *, redirect_url: str = "") -> None:
    """Mail a link if there is such an account; answer and work are the same if there is none.

    Raises `ForeignRedirect`.
    """
    redirect_url = check_redirect(redirect_url)
    with transaction.atomic():
        user_id = User.objects.filter(email=normalise_email(email), is_active=True).values_list("pk", flat=True).first()
        publish(PasswordResetRequested(user_id=user_id or 0, redirect_url=redirect_url))
