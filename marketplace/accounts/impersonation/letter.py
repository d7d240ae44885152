"""What the person is told."""

from i18n.formatting import format_datetime
from i18n.messages import gettext_noop as _
from marketplace.accounts.events import ImpersonationStarted
from marketplace.accounts.impersonation.impersonation import Impersonation
from marketplace.accounts.mail.write import LetterText, write_to

LOOKED = LetterText(
    kind="ACCOUNT_LOOKED_AT",
    subject=_("We are looking at your pages"),
    body=_(
        "Hello %(name)s,\n\n"
        "one of our staff is looking at the marketplace as you see it, from %(start)s until %(end)s at the latest. "
        "The reason they gave:\n\n"
        "%(reason)s\n\n"
        "They cannot pay, order, write messages or agree to anything in your name, nor change your password or your "
        "bank account, and everything they do is written down. In your account, under Security, you see this visit "
        "and can end it at once. If you do not know why we do this, write to us."
    ),
)


def mail_impersonation(event: ImpersonationStarted) -> None:
    """To the person whose pages are looked at."""
    looking = Impersonation.objects.select_related("person").filter(pk=event.impersonation_id).first()
    if looking is None or looking.person.erased_at is not None:
        return
    language = looking.person.language
    write_to(
        looking.person,
        LOOKED,
        reason=looking.reason,
        start=format_datetime(looking.started_at, language),
        end=format_datetime(looking.ends_at, language),
    )
