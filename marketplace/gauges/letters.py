"""Letters whose turn it is and that no mail server has taken."""

from collections.abc import Iterator

from django.db.models import Count, Min
from django.utils import timezone

from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.gauges.reading import Reading


def read() -> Iterator[Reading]:
    now = timezone.now()
    waiting = OutgoingLetter.objects.filter(state=LetterState.WAITING).order_by()
    found = waiting.aggregate(count=Count("pk"), oldest=Min("created_at"))
    age = (now - found["oldest"]).total_seconds() if found["oldest"] else 0.0
    yield Reading("letters_waiting", "Letters that no mail server has taken yet.", found["count"])
    yield Reading("letters_oldest_seconds", "How long ago the oldest of them was written.", age)
