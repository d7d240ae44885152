"""The part of the report about exhibitors, the space they took and what they paid."""

from collections import Counter
from datetime import date

from django.db.models import Count

from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.text import fold
from marketplace.expo.hall import BoothKind
from marketplace.expo.models import Exhibitor, Expo
from marketplace.expo.progress.money import money_of
from marketplace.expo.progress.space import Space, space_of
from marketplace.fair_trade.report.figure import Row, Section, Share

MOST_CATEGORIES = 30
KINDS = {BoothKind.SHELL: _("Shell booth"), BoothKind.RAW: _("Raw space"), BoothKind.ISLAND: _("Island booth")}

TRADES = {
    "furniture": _("Furniture"),
    "lacquer": _("Lacquerware"),
    "ceramics": _("Ceramics"),
    "footwear": _("Footwear"),
    "rubber": _("Rubber goods"),
    "mechanics": _("Mechanical engineering"),
    "fruit": _("Fresh fruit"),
    "textile": _("Textiles"),
    "food": _("Food"),
    "crafts": _("Handicrafts"),
}
"""The kinds of goods that the marketplace itself has names for; all others are told as exhibitors wrote them."""


def exhibitor_sections(expo: Expo, language: str, today: date) -> list[Section]:
    return [
        _by_country(expo, language),
        _by_hall(expo, language),
        _by_category(expo, language),
        _space(expo, language, today),
        _money(expo, language, today),
    ]


def _by_country(expo: Expo, language: str) -> Section:
    rows = Exhibitor.objects.filter(expo=expo).order_by().values("country").annotate(count=Count("pk"))
    counts = {row["country"]: row["count"] for row in rows}
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    return Section(
        key="exhibitors-by-country",
        title=gettext(language, _("Exhibitors by country")),
        how=gettext(language, _("Each exhibitor of the directory once, by the country of its address.")),
        columns=(gettext(language, _("Country")), gettext(language, _("Exhibitors"))),
        rows=tuple((country_name(code, language), counts[code]) for code in ordered),
        total=(gettext(language, _("Total")), sum(counts.values())),
    )


def _by_hall(expo: Expo, language: str) -> Section:
    rows = expo.halls.order_by("pk").annotate(count=Count("booths__exhibitor", distinct=True))
    without = Exhibitor.objects.filter(expo=expo, booths=None).count()
    lines: list[Row] = [(hall.name, hall.count) for hall in rows]
    return Section(
        key="exhibitors-by-hall",
        title=gettext(language, _("Exhibitors by hall")),
        how=gettext(
            language,
            _("Exhibitors with at least one booth assigned in the hall; who has booths in two halls counts in both."),
        ),
        columns=(gettext(language, _("Hall")), gettext(language, _("Exhibitors"))),
        rows=(*lines, (gettext(language, _("Without a booth")), without)),
    )


def _by_category(expo: Expo, language: str) -> Section:
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for categories in Exhibitor.objects.filter(expo=expo).order_by("pk").values_list("categories", flat=True):
        keys = {fold(name): name for name in categories}
        counts.update(keys.keys())
        spelt = {**keys, **spelt}
    ordered = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_CATEGORIES]
    how = _("By what exhibitors say they show; one with several kinds counts under each. The %(most)s most frequent.")
    return Section(
        key="exhibitors-by-category",
        title=gettext(language, _("Exhibitors by kind of goods")),
        how=gettext(language, how, most=MOST_CATEGORIES),
        columns=(gettext(language, _("Kind of goods")), gettext(language, _("Exhibitors"))),
        rows=tuple((_trade(spelt[key], language), counts[key]) for key in ordered),
    )


def _trade(name: str, language: str) -> str:
    known = TRADES.get(name.strip().lower())
    return gettext(language, known) if known else name


def _space(expo: Expo, language: str, today: date) -> Section:
    space = space_of(expo, today)
    rows = [
        (each.hall.name, gettext(language, KINDS[kind]), *_areas(of_kind))
        for each in space.halls
        for kind, of_kind in each.kinds
    ]
    return Section(
        key="space",
        title=gettext(language, _("Space")),
        how=gettext(
            language,
            _("Square metres of the booths' own shapes on the plan. Sold is what is assigned to an exhibitor."),
        ),
        columns=(
            gettext(language, _("Hall")),
            gettext(language, _("Kind of booth")),
            gettext(language, _("Booths")),
            gettext(language, _("m²")),
            gettext(language, _("m² sold")),
            gettext(language, _("m² reserved")),
            gettext(language, _("m² held")),
            gettext(language, _("m² free")),
            gettext(language, _("Share sold")),
        ),
        rows=tuple(rows),
        total=(gettext(language, _("Total")), "", *_areas(space.all)),
    )


def _areas(space: Space) -> Row:
    return (
        space.all.booths,
        space.all.area,
        space.assigned.area,
        space.reserved.area,
        space.held.area,
        space.free.area,
        Share(space.share_assigned),
    )


def _money(expo: Expo, language: str, today: date) -> Section:
    how = _(
        "Invoices issued to exhibitors less credit notes, with VAT except where it says net; paid is what was recorded"
        " from the bank. Overdue is what was due before this day. Currencies are not added up."
    )
    return Section(
        key="money",
        title=gettext(language, _("Invoices and payments")),
        how=gettext(language, how),
        columns=(
            gettext(language, _("Currency")),
            gettext(language, _("Invoices")),
            gettext(language, _("Net")),
            gettext(language, _("Invoiced")),
            gettext(language, _("Paid")),
            gettext(language, _("Owed")),
            gettext(language, _("Overdue")),
        ),
        rows=tuple(
            (each.currency, each.invoices, each.net, each.invoiced, each.paid, each.owed, each.overdue)
            for each in money_of(expo, today)
        ),
    )
