"""A language written from right to left needs no style sheet of its own: start and end, never left and right."""

import re
from pathlib import Path

import pytest

from frontend.rendering import FOLDER

SHEETS = sorted((FOLDER / "static" / "frontend" / "css").glob("*.css"))
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:(?:min|max)-)?(?:width|height)|(?:margin|padding|border|scroll-margin|scroll-padding)-"
    r"(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
)
SIDES = re.compile(r"(?:text-align|float|clear)\s*:\s*(?:left|right)\b")
FOUR = re.compile(r"(?:margin|padding|inset|border-radius|border-width)\s*:\s*([^;}]+)")


def breaches(css: str) -> list[str]:
    """Declarations that name a side of the screen where one of the text would do."""
    bare = re.sub(r"/\*.*?\*/|@media[^{]*|@page[^{]*\{[^}]*\}", "", css, flags=re.DOTALL)
    uneven = [met[0] for met in FOUR.finditer(bare) if _is_uneven(met[1])]
    return [*PHYSICAL.findall(bare), *SIDES.findall(bare), *uneven]


def _is_uneven(values: str) -> bool:
    while "(" in values:
        values = re.sub(r"[\w-]*\([^()]*\)", "x", values)
    parts = values.split()
    return len(parts) == 4 and parts[1] != parts[3] and parts != ["0", "1.5px", "1.5px", "0"]  # a corner that is turned


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_side_of_the_screen_is_named(sheet: Path) -> None:
    assert breaches(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a { margin-left: 1rem; }", True),
        ("a { inset: 0 auto 0 1rem; }", True),
        ("a { text-align: right; }", True),
        ("a { border-radius: 4px 0 0 4px; }", True),
        ("a { width: 4rem; }", True),
        ("a { margin-inline-start: 1rem; text-align: end; }", False),
        ("@media (min-width: 4rem) { a { padding: 1rem 2rem; } }", False),
        ("a { stroke-width: 1px; border-radius: 4px; }", False),
    ],
)
def test_what_is_refused(css: str, found: bool) -> None:
    assert bool(breaches(css)) is found
