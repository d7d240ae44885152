"""What an address chooses of a plan: its size, and the booths that fit some words."""

from typing import Any

from i18n.text import fold

SIZES = (50, 100, 150, 200, 300)


def zoom_of(text: str) -> int:
    """Percent; as large as booths can be read when the address does not say."""
    return int(text) if text in map(str, SIZES) else 100


def found_in(hall: dict[str, Any], words: str) -> list[dict[str, Any]]:
    """Booths whose code or exhibitor has all the words, with or without accents."""
    wanted = fold(words[:80]).split()[:6]
    return [one for one in hall["booths"] if wanted and all(word in _text(one) for word in wanted)]


def _text(booth: dict[str, Any]) -> str:
    return fold(f"{booth['code']} {booth['exhibitor']['name'] if booth['exhibitor'] else ''}")
