"""Which of an exhibitor's leads are wanted: the filters of the list and of the export."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from i18n.text import fold
from i18n.today import HERE
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.leads.lead import Lead

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class WantedLeads:
    """Leads that fit all of it."""

    least_rating: int | None = None
    follow_up_due: bool | None = None
    """Whether the day to follow up has come and nobody has."""
    day: date | None = None
    """A day in Viet Nam on which the badge was scanned."""
    search: str = ""
    """Words of the note, and of the contact where that may be read."""


def wanted_leads(*, exhibitor: Exhibitor, wanted: WantedLeads, today: date) -> QuerySet[Lead]:
    """The latest meeting first."""
    leads = Lead.objects.filter(exhibitor=exhibitor).order_by("-last_scanned_at", "-pk")
    if wanted.least_rating is not None:
        leads = leads.filter(rating__gte=wanted.least_rating)
    if wanted.follow_up_due is not None:
        due = Q(follow_up_on__lte=today, followed_up_at__isnull=True)
        leads = leads.filter(due) if wanted.follow_up_due else leads.exclude(due)
    if wanted.day is not None:
        leads = leads.filter(pk__in=_scanned_on(wanted.day, exhibitor).values("pk"))
    return _searched(leads, exhibitor, wanted.search)


def _scanned_on(day: date, exhibitor: Exhibitor) -> QuerySet[Lead]:
    """Nobody on days so far away that they have no moments in UTC."""
    if not FIRST_DAY <= day <= LAST_DAY:
        return Lead.objects.none()
    start = datetime.combine(day, datetime.min.time(), tzinfo=HERE)
    moments = {"scans__scanned_at__gte": start, "scans__scanned_at__lt": start + timedelta(days=1)}
    return Lead.objects.filter(exhibitor=exhibitor, **moments)


def _searched(leads: QuerySet[Lead], exhibitor: Exhibitor, search: str) -> QuerySet[Lead]:
    readable = Lead.objects.with_contact().filter(exhibitor=exhibitor).values("pk")
    for word in search[:100].split()[:6]:
        leads = leads.filter(Q(note__icontains=word) | Q(visitor__search_text__contains=fold(word), pk__in=readable))
    return leads
