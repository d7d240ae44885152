"""What becomes of meetings and seats when a visitor withdraws or is forgotten."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from marketplace.expo.meetings.answer import cancel_meetings_of
from marketplace.expo.meetings.meeting import Meeting
from marketplace.expo.seminars.seats import leave_seats_of
from marketplace.expo.visitors.events import VisitorWithdrawn
from marketplace.expo.visitors.visitor import Visitor


def free_time_of_visitor(event: VisitorWithdrawn) -> None:
    """Reaction: tables and seats are free again, exhibitors and those who wait are told."""
    now = timezone.now()
    visitor = Visitor.objects.filter(pk=event.visitor_id).first()
    if visitor is None:
        return
    cancel_meetings_of(visitor=visitor, now=now)
    leave_seats_of(visitor=visitor, now=now)
    forget_meeting_texts(now=now)


def forget_meeting_texts(*, now: datetime) -> int:
    """Empty what was written to and by visitors who are forgotten; that they met stays to be counted. Run daily."""
    written = ~Q(message="") | ~Q(answer="")
    over = Meeting.objects.filter(written, visitor__forgotten_at__isnull=False, visitor__forgotten_at__lte=now)
    return Meeting.objects.filter(pk__in=list(over.values_list("pk", flat=True))).update(message="", answer="")
