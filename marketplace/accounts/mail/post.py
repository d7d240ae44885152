"""``post``: hand a letter over for sending, in the transaction of what it speaks of."""

from datetime import datetime

from django.utils import timezone

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.observability.cause import cause

_LONGEST_SUBJECT = 500


def post(letter: Letter, *, to: str, kind: str = "", good_until: datetime | None = None) -> OutgoingLetter:
    """A row in the queue; ``send_waiting`` sends it soon after. It is written, or not, together with its reason.

    No mail server is spoken to here, so nothing that writes a letter waits for one or fails because of one.
    """
    now = timezone.now()
    return OutgoingLetter.objects.create(
        cause=cause(),
        kind=kind,
        recipient=to,
        language=letter.language,
        subject=letter.subject_line[:_LONGEST_SUBJECT],
        text=letter.as_text(),
        html=letter.as_html(),
        calendar=letter.calendar,
        created_at=now,
        available_at=now,
        good_until=good_until,
    )
