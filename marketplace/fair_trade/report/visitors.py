"""The part of the report about visitors; nobody can be recognised in it."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count

from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.expo.door.figures import visitors_by_country
from marketplace.expo.models import Direction, DoorScan, Expo, Visitor, VisitorKind
from marketplace.fair_trade.report.figure import LEAST, Section
from marketplace.fair_trade.report.small_counts import group_small, hide_small, hide_small_one_by_one

KINDS = {
    VisitorKind.TRADE: _("Trade visitors"),
    VisitorKind.PRESS: _("Press"),
    VisitorKind.PUBLIC: _("Public"),
}
SMALL = _("Counts of people below %(least)s are not told.")


def visitor_sections(expo: Expo, language: str) -> list[Section]:
    return [_by_country(expo, language), _by_day(expo, language), _by_kind(expo, language)]


def _by_country(expo: Expo, language: str) -> Section:
    named, others = group_small(visitors_by_country(expo))
    rows = [*named, *([others] if others is not None else [])]
    registered = hide_small([one.registered for one in rows])
    came = hide_small([one.came for one in rows])
    names = [country_name(one.country, language) if one.country else _others(language) for one in rows]
    how = _(
        "Registered: who confirmed and did not withdraw. Came: of all who confirmed, those whose badge was scanned"
        " inwards at a door at least once, however often. By the country that they gave."
    )
    return Section(
        key="visitors-by-country",
        title=gettext(language, _("Visitors by country")),
        how=_with_small(language, how),
        columns=(
            gettext(language, _("Country")),
            gettext(language, _("Registered")),
            gettext(language, _("Came")),
        ),
        rows=tuple(zip(names, registered.counts, came.counts, strict=True)),
        total=(gettext(language, _("Total")), registered.total, came.total),
    )


def _by_day(expo: Expo, language: str) -> Section:
    scans = DoorScan.objects.filter(expo=expo, direction=Direction.IN, badge__visitor__isnull=False).order_by()
    rows = scans.values("day").annotate(count=Count("badge__visitor", distinct=True))
    counts = Counter({row["day"]: row["count"] for row in rows})
    length = (expo.ends_on - expo.starts_on).days + 1
    days = sorted({expo.starts_on + timedelta(days=n) for n in range(length)} | set(counts))
    how = _("Different visitors whose badge was scanned inwards on that day; who came on two days counts on both.")
    return Section(
        key="visitors-by-day",
        title=gettext(language, _("Visitors by day")),
        how=_with_small(language, how),
        columns=(gettext(language, _("Day")), gettext(language, _("Came"))),
        rows=tuple(zip(days, hide_small_one_by_one([counts[day] for day in days]), strict=True)),
    )


def _by_kind(expo: Expo, language: str) -> Section:
    registered = Visitor.objects.filter(expo=expo, confirmed_at__isnull=False, withdrawn_at__isnull=True).order_by()
    counts = {row["kind"]: row["count"] for row in registered.values("kind").annotate(count=Count("pk"))}
    hidden = hide_small([counts.get(kind, 0) for kind in KINDS])
    return Section(
        key="visitors-by-kind",
        title=gettext(language, _("Visitors by kind")),
        how=_with_small(language, _("Who confirmed the registration and did not withdraw, whether they came or not.")),
        columns=(gettext(language, _("Kind")), gettext(language, _("Registered"))),
        rows=tuple(zip([gettext(language, KINDS[kind]) for kind in KINDS], hidden.counts, strict=True)),
        total=(gettext(language, _("Total")), hidden.total),
    )


def _others(language: str) -> str:
    return gettext(language, _("Other countries"))


def _with_small(language: str, how: str) -> str:
    return f"{gettext(language, how)} {gettext(language, SMALL, least=LEAST)}"
