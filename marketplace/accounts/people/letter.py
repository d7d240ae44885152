"""What somebody who was shut out is told."""

from i18n.messages import gettext_noop as _
from marketplace.accounts.events import AccountBlocked
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.accounts.people.block import AccountBlock
from marketplace.accounts.user import User

BLOCKED = LetterText(
    kind="ACCOUNT_BLOCKED",
    subject=_("Your account is closed for the time being"),
    body=_(
        "Hello %(name)s,\n\n"
        "nobody can sign in to your account at present. The reason:\n\n"
        "%(reason)s\n\n"
        "Orders that are under way go on. If you think that this is a mistake, answer this letter: somebody will read "
        "it and write to you."
    ),
)


def mail_blocked(event: AccountBlocked) -> None:
    """Not where somebody let the person in again meanwhile."""
    user = User.objects.filter(pk=event.user_id, is_active=False, erased_at__isnull=True).first()
    block = AccountBlock.objects.filter(person=user, ended_at__isnull=True).first() if user else None
    if user is not None and block is not None:
        write_to(user, BLOCKED, reason=block.reason)
