"""Traditional characters as simplified ones, for the characters that goods are described with."""

_TRADITIONAL = ""
_SIMPLIFIED = ""
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    return text.translate(_TABLE)
