"""The countries and territories that have a name in CLDR, by ISO 3166-1 alpha-2."""

import re
from functools import cache

from babel import Locale

_NO_PLACES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
"""Unions, pseudo-languages and the unknown."""


@cache
def country_codes() -> tuple[str, ...]:
    """In the order of their codes; names are ``country_name(code, language)``."""
    codes = (str(code) for code in Locale.parse("en").territories)
    places = {code for code in codes if re.fullmatch(r"[A-Z]{2}", code)}
    return tuple(sorted(places - _NO_PLACES))
