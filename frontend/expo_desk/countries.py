"""Countries to choose from, by their name in the visitor's language."""

import re
from functools import cache

from babel import Locale

from i18n.formatting import country_name

NOT_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


@cache
def countries(language: str) -> list[tuple[str, str]]:
    """Code and name, Vietnam first."""
    codes = [str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))]
    named = [(code, country_name(code, language)) for code in codes if code not in {*NOT_COUNTRIES, "VN"}]
    return [("VN", country_name("VN", language)), *sorted(named, key=lambda pair: pair[1])]
