"""``badges_pdf``: badges to be printed at their real size, each in its holder's language."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from catalog.traceability.symbols.qr import qr_symbol
from i18n.fonts import fonts
from i18n.formatting import country_name, format_date
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.documents.page import CJK_REGIONS
from marketplace import typesetting
from marketplace.expo.badges.badge import Badge, BadgeKind
from marketplace.expo.badges.code import grouped
from marketplace.expo.exhibition import Expo
from marketplace.expo.fair_name import fair_name
from marketplace.expo.visitors.visitor import VisitorKind

TEMPLATE = Path(__file__).with_name("badge.typ")
_KINDS = {
    BadgeKind.EXHIBITOR: _("Exhibitor"),
    BadgeKind.STAFF: _("Organiser"),
    VisitorKind.TRADE: _("Trade visitor"),
    VisitorKind.PRESS: _("Press"),
    VisitorKind.PUBLIC: _("Visitor"),
}


def badges_pdf(badges: Sequence[Badge], *, sheet: bool, at: datetime) -> bytes:
    """One A6 page each, or four to a sheet of A4 with lines to cut along.

    Needs each badge's expo, visitor and exhibitor. Names reach the template as data, never as markup; the same badges
    and time give the same bytes.
    """
    said = {"title": "Badges", "sheet": sheet, "badges": [_shown(badge) for badge in badges]}
    compiler = typesetting.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"badges": orjson.dumps(said).decode()}
    )
    pdf = compiler.compile(format="pdf", timestamp=at.astimezone(UTC).replace(microsecond=0))
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf


def language_of(badge: Badge) -> str:
    if badge.visitor is not None:
        return badge.visitor.language
    return badge.exhibitor.source_language if badge.exhibitor is not None else badge.expo.source_language


def _shown(badge: Badge) -> dict[str, Any]:
    language = language_of(badge)
    lang, region = CJK_REGIONS.get(language, (language, ""))
    firm, work, country = _about(badge)
    return {
        "lang": lang,
        "region": region,
        "fair": fair_name(badge.expo, language),
        "days": _days(badge.expo, language),
        "name": badge.holder_name,
        "firm": firm,
        "work": work,
        "country": country_name(country, language) if country else "",
        "code": grouped(badge.code),
        "symbol": _symbol(badge.code),
        "colour": badge.kind,
        "kind": kind_words(badge, language),
    }


def kind_words(badge: Badge, language: str) -> str:
    """In the holder's language, and in English for whoever stands at the door."""
    message = _KINDS[VisitorKind(badge.visitor.kind) if badge.visitor is not None else BadgeKind(badge.kind)]
    words = [gettext(language, message), gettext("en", message)]
    return " · ".join(dict.fromkeys(words)).upper()


def _about(badge: Badge) -> tuple[str, str, str]:
    if badge.visitor is not None:
        return badge.visitor.firm, badge.visitor.job_title, badge.visitor.country
    return (badge.exhibitor.name, "", badge.exhibitor.country) if badge.exhibitor is not None else ("", "", "")


def _days(expo: Expo, language: str) -> str:
    days = {"start": format_date(expo.starts_on, language, "long"), "end": format_date(expo.ends_on, language, "long")}
    return gettext(language, _("%(start)s to %(end)s"), **days)


def _symbol(code: str) -> dict[str, Any]:
    symbol = qr_symbol(code)
    return {"size": symbol.width, "bars": symbol.rectangles}
