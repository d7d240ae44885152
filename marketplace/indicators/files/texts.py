"""Texts in all languages, and what the words of the files mean."""

from __future__ import annotations

from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Dimension, Unit
from marketplace.indicators.period import PeriodKind

CATALOGUE = _("Indicators of the marketplace")
ABOUT = _("Figures of trade and fairs in Bình Dương for the operations centre, and for everybody.")
SUPPRESSION = _(
    "Figures behind which there are fewer than five sellers or fewer than five buyers are withheld, amounts of which "
    "one seller makes more than 85 %%, and as many others as are needed so that sums do not tell them."
)
UNITS = {Unit.COUNT: _("Number"), Unit.PERCENT: _("Percent"), Unit.VND: _("Vietnamese đồng")}
DIMENSIONS = {
    Dimension.COUNTRY: (_("Country"), "ISO 3166-1 alpha-2"),
    Dimension.HS_CHAPTER: (_("Chapter of the tariff"), "Harmonized System 2022, 2 digits"),
    Dimension.CRAFT: (_("Trade"), "furniture lacquer ceramics footwear rubber mechanics fruit textile food other"),
    Dimension.LANGUAGE: (_("Language"), "BCP 47"),
}
"""Their names, and where their codes come from."""
FREQUENCIES = {
    PeriodKind.DAY: "http://publications.europa.eu/resource/authority/frequency/DAILY",
    PeriodKind.MONTH: "http://publications.europa.eu/resource/authority/frequency/MONTHLY",
    PeriodKind.FAIR: "http://publications.europa.eu/resource/authority/frequency/IRREG",
}


def in_all_languages(msgid: str) -> dict[str, str]:
    return {language: gettext(language, msgid) for language in LANGUAGES}
