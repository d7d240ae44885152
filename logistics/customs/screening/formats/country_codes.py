"""Countries as lists write them: English names, or codes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale

from i18n.text import fold

_ALSO = {
    "burma": "MM",
    "korea, north": "KP",
    "democratic people's republic of korea": "KP",
    "korea, south": "KR",
    "republic of korea": "KR",
    "russian federation": "RU",
    "syrian arab republic": "SY",
    "iran (islamic republic of)": "IR",
    "viet nam": "VN",
    "united states of america": "US",
    "congo, democratic republic of the": "CD",
    "democratic republic of the congo": "CD",
    "ivory coast": "CI",
    "libyan arab jamahiriya": "LY",
    "united republic of tanzania": "TZ",
    "bolivarian republic of venezuela": "VE",
    "venezuela, bolivarian republic of": "VE",
    "lao people's democratic republic": "LA",
    "republic of moldova": "MD",
    "palestinian": "PS",
    "state of palestine": "PS",
    "the gambia": "GM",
}


@cache
def _codes() -> dict[str, str]:
    territories = Locale.parse("en").territories
    names = {fold(name): code for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return names | {code.casefold(): code for code in names.values()} | _ALSO


def country_codes(written: Iterable[str]) -> tuple[str, ...]:
    """The codes of those that are known, each once, in order; what is not known is left out, never guessed."""
    found = (_codes().get(fold(name.strip())) for name in written)
    return tuple(dict.fromkeys(code for code in found if code))
