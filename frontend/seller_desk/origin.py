"""Countries of origin to choose from, by name in the visitor's language."""

from i18n.formatting import country_name

NEAR = ("VN", "CN", "TH", "LA", "KH", "MM", "MY", "ID", "PH", "IN", "TW", "JP", "KR", "US", "DE", "IT", "NL", "FR")


def origins(language: str, current: str) -> list[tuple[str, str]]:
    """Vietnam first, then by name; the one that is stored is always there."""
    others = sorted({*NEAR, current} - {"VN", ""}, key=lambda code: country_name(code, language))
    return [(code, country_name(code, language)) for code in ("VN", *others)]
