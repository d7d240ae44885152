"""What a contract shows, ready for its template: each text once per language, side by side."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from i18n.formatting import country_name, format_date, format_datetime, format_list, format_money, format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.customs.documents.page import CJK_REGIONS
from marketplace.expo.contracts.paper import FairPaper

BOOTH_KINDS = {
    "SHELL": _("Shell booth: walls, carpet and a name board"),
    "RAW": _("Floor space only"),
    "ISLAND": _("Island booth, open on all sides"),
}
PRICES = {
    "REGISTRATION": _("Registration"),
    "PACKAGE": _("Exhibition package"),
    "SQUARE_METRE": _("Per square metre, where the booth has no price of its own"),
    "CO_EXHIBITOR": _("For each co-exhibitor"),
    "POWER": _("Per kilowatt of power"),
    "WATER": _("Water connection"),
}
TAX_CODE = _("Tax code %(number)s")
VIETNAMESE_BINDS = _("Where the two texts differ, the Vietnamese one is valid.")
ACCEPTED = _("The exhibitor accepted these terms online on %(moment)s.")
Row = dict[str, Any]


def contract_page(paper: FairPaper) -> dict[str, Any]:
    """Everything as data, never as markup, so that nothing a person typed is executed."""
    said = paper.content
    languages: list[str] = said["languages"]

    def each(msgid: str, **params: object) -> list[str]:
        return [gettext(language, msgid, **params) for language in languages]

    return {
        "languages": [_typeset(language) for language in languages],
        "title": each(_("Exhibition contract")),
        "number": paper.number,
        "issued_on": [format_date(paper.issued_on, language, "long") for language in languages],
        "organiser": said["organiser"]["name"],
        "parties": [
            {"role": each(_("Organiser")), **_organiser(said["organiser"], languages)},
            {"role": each(_("Exhibitor")), **_exhibitor(said["exhibitor"], languages)},
        ],
        "subject": each(_("What is agreed")),
        "rows": _rows(said, languages),
        "prices_title": each(_("Prices, before value added tax")),
        "prices": _prices(said, languages),
        "price_note": each(_("Booths with a price of their own on the hall plan are charged at that price.")),
        "terms_title": each(_("Terms of the fair, version %(number)s"), number=said["terms_number"]),
        "terms": [{**each_terms, **_typeset(each_terms["language"])} for each_terms in said["terms"]],
        "binding": each(VIETNAMESE_BINDS) if len(languages) > 1 else [],
        "accepted": _accepted(said, languages),
        "signatures": [each(_("For the organiser")), each(_("For the exhibitor"))],
    }


def _typeset(language: str) -> dict[str, str]:
    lang, region = CJK_REGIONS.get(language, (language, ""))
    return {"lang": lang, "region": region}


def _organiser(organiser: dict[str, str], languages: list[str]) -> Row:
    lines = [
        [organiser["address"]],
        [gettext(language, TAX_CODE, number=organiser["tax_code"]) for language in languages],
        [organiser["representative"]],
        [" · ".join(part for part in (organiser["phone"], organiser["email"]) if part)],
    ]
    return {"name": organiser["name"], "lines": _full(lines, len(languages))}


def _exhibitor(exhibitor: dict[str, str], languages: list[str]) -> Row:
    code = exhibitor["tax_code"]
    lines = [
        [exhibitor["address"]],
        [country_name(exhibitor["country"], language) for language in languages],
        [gettext(language, TAX_CODE, number=code) for language in languages] if code else [""],
        [exhibitor["contact_name"]],
        [" · ".join(part for part in (exhibitor["phone"], exhibitor["email"]) if part)],
    ]
    return {"name": exhibitor["name"], "lines": _full(lines, len(languages))}


def _full(lines: list[list[str]], count: int) -> list[list[str]]:
    """Per language; a line that reads the same in all of them is repeated, an empty one left out."""
    kept = [line * count if len(line) == 1 else line for line in lines if any(line)]
    return [[line[place] for line in kept] for place in range(count)]


def _rows(said: dict[str, Any], languages: list[str]) -> list[Row]:
    first, last = (date.fromisoformat(said[name]) for name in ("starts_on", "ends_on"))
    booth = BOOTH_KINDS[said["booth_kind"]]
    makers: list[tuple[str, Callable[[str, int], str]]] = [
        (_("Fair"), lambda language, place: said["fair"][place]),
        (_("Days"), lambda language, place: f"{format_date(first, language)} – {format_date(last, language)}"),
        (_("Place"), lambda language, place: said["venue"]),
        (_("Exhibition package"), lambda language, place: said["package"][place]),
        (_("Area"), lambda language, place: f"{format_number(Decimal(said['area']), language)} m²"),
        (_("Kind of booth"), lambda language, place: gettext(language, booth)),
        (_("Power"), lambda language, place: _power(said["power_kilowatts"], language)),
        (_("Water"), lambda language, place: gettext(language, _("Yes")) if said["needs_water"] else ""),
        (_("Co-exhibitors"), lambda language, place: format_list(said["co_exhibitors"], language)),
    ]
    rows = []
    for msgid, value in makers:
        values = [value(language, place) for place, language in enumerate(languages)]
        if any(values):
            rows.append({"label": _in_each(msgid, languages), "value": values})
    return rows


def _in_each(msgid: str, languages: list[str]) -> list[str]:
    return [gettext(language, msgid) for language in languages]


def _power(kilowatts: str, language: str) -> str:
    amount = Decimal(kilowatts)
    return f"{format_number(amount, language)} kW" if amount else ""


def _prices(said: dict[str, Any], languages: list[str]) -> list[Row]:
    return [
        {
            "label": _in_each(PRICES[row["kind"]], languages),
            "value": [format_money(Money(Decimal(row["amount"]), row["currency"]), language) for language in languages],
        }
        for row in said["prices"]
    ]


def _accepted(said: dict[str, Any], languages: list[str]) -> list[str]:
    if not said["accepted_at"]:
        return []
    moment = datetime.fromisoformat(said["accepted_at"])
    return [gettext(language, ACCEPTED, moment=format_datetime(moment, language)) for language in languages]
