"""Text can be read on its ground, in the light and in the dark: WCAG 2.2, 1.4.3 (4.5:1)."""

import re

import pytest

from frontend.rendering import FOLDER

TOKENS = (FOLDER / "static" / "frontend" / "css" / "tokens.css").read_text(encoding="utf-8")
PAIRS = [
    *[(text, ground) for text in ("text", "text-quiet", "link") for ground in ("ground", "surface", "surface-sunk")],
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("text-on-strong", "surface-strong"),
    ("text-quiet-on-strong", "surface-strong"),
    *[(kind, f"{kind}-ground") for kind in ("gold", "success", "warning", "danger")],
    *[("text", f"{kind}-ground") for kind in ("gold", "success", "warning", "danger")],
    *[(kind, "surface") for kind in ("gold", "success", "warning", "danger")],
    ("danger", "ground"),
]


def colour(role: str, dark: bool) -> str:
    both = re.search(rf"--{role}: light-dark\((#\w{{6}}), (#\w{{6}})\)", TOKENS)
    one = re.search(rf"--{role}: (#\w{{6}});", TOKENS)
    met = both or one
    assert met is not None, role
    return met[2] if both and dark else met[1]


def luminance(hexadecimal: str) -> float:
    channels = [int(hexadecimal[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_the_pair_reads(text: str, ground: str, dark: bool) -> None:
    one, other = sorted((luminance(colour(text, dark)), luminance(colour(ground, dark))), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5
