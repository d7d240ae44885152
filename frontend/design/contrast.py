"""The colours of the style sheet by their role, and how well a text can be read on a ground (WCAG 2.2, 1.4.3)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).parent.parent / "static" / "frontend" / "css" / "tokens.css"
LEAST = Decimal("4.5")
KINDS = ("gold", "success", "warning", "danger")
PAIRS = (
    *((text, ground) for text in ("text", "text-quiet", "link") for ground in ("ground", "surface", "surface-sunk")),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("text-on-strong", "surface-strong"),
    ("text-quiet-on-strong", "surface-strong"),
    *((kind, f"{kind}-ground") for kind in KINDS),
    *(("text", f"{kind}-ground") for kind in KINDS),
    *((kind, "surface") for kind in KINDS),
    ("danger", "ground"),
)
"""Each text that stands on each ground somewhere."""
_COLOUR = re.compile(r"--([\w-]+): (?:light-dark\((#\w{3,6}), (#\w{3,6})\)|(#\w{3,6}));")
_OTHER = re.compile(r"--((?:size|space|radius|page|measure|quick)[\w-]*): ([^;]+);")


@dataclass(frozen=True, slots=True)
class Colour:
    role: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Pair:
    text: str
    ground: str
    light: Decimal
    dark: Decimal


@cache
def colours() -> dict[str, Colour]:
    """Every colour that has a role, on a screen; one written once is the same in the dark."""
    found = _COLOUR.findall(TOKENS.read_text(encoding="utf-8"))
    first: dict[str, Colour] = {}
    for role, light, dark, one in found:
        first.setdefault(role, Colour(role, light or one, dark or one))  # what follows is for paper
    return first


@cache
def measures() -> list[tuple[str, str]]:
    """Sizes of type and spaces: name and value, in the order of the sheet."""
    return list(dict(_OTHER.findall(TOKENS.read_text(encoding="utf-8"))).items())


@cache
def measured_pairs() -> list[Pair]:
    known = colours()
    return [
        Pair(
            text,
            ground,
            contrast(known[text].light, known[ground].light),
            contrast(known[text].dark, known[ground].dark),
        )
        for text, ground in PAIRS
    ]


def contrast(one: str, other: str) -> Decimal:
    """Of two ``#rrggbb``: from 1 to 21, rounded down to hundredths so that nothing passes that does not."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return Decimal(int((higher + 0.05) / (lower + 0.05) * 100)) / 100


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
