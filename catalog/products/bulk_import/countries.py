"""Countries by code or by name in Vietnamese and English."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from i18n.text import fold

_ALSO = {"viet nam": "VN", "vn": "VN", "made in vietnam": "VN", "trong nuoc": "VN", "usa": "US", "my": "US", "uk": "GB"}


@cache
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in ("en", "vi"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(fold(str(name)), str(code))
                found.setdefault(code.lower(), str(code))
    return found | _ALSO


def country_code(text: str) -> str:
    """``Việt Nam`` -> ``VN``; text that is no known country comes back as it is, to be refused as such."""
    return _codes().get(fold(text).strip(), text)
