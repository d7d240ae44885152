"""The part of the report about who met whom, and the trade that came of it."""

from datetime import date, datetime

from django.db.models import Count, Q

from i18n.convert import NoRate, convert
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.expo.models import Expo, Lead, Meeting, MeetingStatus, SeatStatus, Seminar, SeminarSeat
from marketplace.fair_trade.outcome import OutcomeKind
from marketplace.fair_trade.outcomes_of import OutcomeSum, outcomes_of
from marketplace.fair_trade.report.figure import Row, Section

HOME = "VND"
GOOD = 4
"""Of five: a rating from which a lead counts as promising."""
KINDS = {OutcomeKind.QUOTE: _("Quotes"), OutcomeKind.ORDER: _("Orders")}


def trade_sections(expo: Expo, language: str, now: datetime, today: date) -> list[Section]:
    return [_met(expo, language, now), _leads(expo, language), _outcomes(expo, language, today)]


def _met(expo: Expo, language: str, now: datetime) -> Section:
    counts = Meeting.objects.filter(expo=expo).aggregate(
        asked=Count("pk"),
        held=Count("pk", filter=Q(status=MeetingStatus.CONFIRMED, starts_at__lte=now)),
        to_come=Count("pk", filter=Q(status=MeetingStatus.CONFIRMED, starts_at__gt=now)),
        declined=Count("pk", filter=Q(status=MeetingStatus.DECLINED)),
        cancelled=Count("pk", filter=Q(status=MeetingStatus.CANCELLED)),
    )
    seminars = Seminar.objects.filter(expo=expo, cancelled_at=None)
    booked = SeminarSeat.objects.filter(seminar__in=seminars, status=SeatStatus.BOOKED).count()
    rows = (
        (_("Meetings asked for"), counts["asked"]),
        (_("Meetings agreed upon whose time has come"), counts["held"]),
        (_("Meetings agreed upon that are to come"), counts["to_come"]),
        (_("Meetings declined"), counts["declined"]),
        (_("Meetings cancelled"), counts["cancelled"]),
        (_("Seminars"), seminars.count()),
        (_("Seats booked in seminars"), booked),
    )
    how = _("Meetings between a visitor and an exhibitor that were asked for here; seminars that were not called off.")
    return _counted("meetings", _("Meetings and seminars"), how, rows, language)


def _leads(expo: Expo, language: str) -> Section:
    leads = Lead.objects.filter(exhibitor__expo=expo)
    counts = leads.aggregate(
        all=Count("pk"),
        exhibitors=Count("exhibitor", distinct=True),
        good=Count("pk", filter=Q(rating__gte=GOOD)),
        followed=Count("pk", filter=Q(followed_up_at__isnull=False)),
    )
    rows = (
        (_("Leads"), counts["all"]),
        (_("Exhibitors with at least one lead"), counts["exhibitors"]),
        (_("Leads rated 4 or 5"), counts["good"]),
        (_("Leads followed up"), counts["followed"]),
    )
    how = _("A visitor whose badge an exhibitor scanned is one lead of that exhibitor, however often it was scanned.")
    return _counted("leads", _("Leads"), how, rows, language)


def _outcomes(expo: Expo, language: str, today: date) -> Section:
    how = _(
        "Quotes and orders between a visitor and a seller whose stand had scanned the visitor, put down to the fair by"
        " the marketplace and not cancelled; a quote by its latest version, an order with freight. In dong at the"
        " reference rate of the day named, to compare only; the same trade may be a quote and then an order."
    )
    return Section(
        key="outcomes",
        title=gettext(language, _("Quotes and orders that came of the fair")),
        how=gettext(language, how),
        columns=(
            gettext(language, _("Kind")),
            gettext(language, _("Number")),
            gettext(language, _("Amount")),
            gettext(language, _("In dong")),
            gettext(language, _("Rate")),
            gettext(language, _("Rate of")),
            gettext(language, _("Source")),
        ),
        rows=tuple(_outcome(one, language, today) for one in outcomes_of(expo)),
    )


def _outcome(one: OutcomeSum, language: str, today: date) -> Row:
    kind = gettext(language, KINDS[one.kind])
    if one.total.currency == HOME:
        return kind, one.count, one.total, one.total, None, None, ""
    try:
        made = convert(one.total, HOME, on=today)
    except NoRate:
        return kind, one.count, one.total, None, None, None, gettext(language, _("no rate known"))
    return kind, one.count, one.total, made.money, made.rate, made.date, made.source


def _counted(key: str, title: str, how: str, rows: tuple[tuple[str, int], ...], language: str) -> Section:
    return Section(
        key=key,
        title=gettext(language, title),
        how=gettext(language, how),
        columns=(gettext(language, _("What")), gettext(language, _("Number"))),
        rows=tuple((gettext(language, name), count) for name, count in rows),
    )
