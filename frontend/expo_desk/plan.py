"""A hall's plan as a drawing: booths to scale with what can be read inside them, rulers, and the width of the aisles.

Everything is in units of the drawing, `UNIT` to the metre, so that no browser meets a letter smaller than one pixel.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

UNIT = 20
MARGIN = 2.4 * UNIT
"""Around the floor, for the rulers; it grows with the hall."""
LETTER = 0.58
"""Width of an average letter, as a share of the height."""
READABLE_BOOTH = 62
"""Pixels that the usual booth of a hall takes at least; a hall that needs more than the page is scrolled."""
NARROWEST_AISLE = Decimal("0.8")
"""Metres; less is a gap."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, its middle at ``x``, ``y``."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnBooth:
    booth: dict[str, Any]
    x: float
    y: float
    width: float
    depth: float
    radius: float
    code: Line
    code_size: float
    names: tuple[Line, ...]
    name_size: float


@dataclass(frozen=True, slots=True)
class Tick:
    metres: int
    at: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Aisle:
    """A passage as long as the hall: a double arrow across it, from one point to the other, and its width."""

    metres: Decimal
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Plan:
    width: float
    depth: float
    margin: float
    pixels: int
    text_size: float
    across: tuple[Tick, ...]
    down: tuple[Tick, ...]
    booths: tuple[DrawnBooth, ...]
    aisles: tuple[Aisle, ...]
    bar: float
    bar_metres: int


def draw(hall: dict[str, Any]) -> Plan:
    """The plan of a hall as the API answers it.

    1. The text of rulers is sized by the hall, the text in a booth by the booth.
    2. The whole drawing is wide enough in pixels for the usual booth to be read.
    3. Aisles are what no booth covers from wall to wall.
    """
    width, depth = float(hall["width"]) * UNIT, float(hall["depth"]) * UNIT
    text_size = max(0.5 * UNIT, max(width, depth) / 75)
    step = _step(max(float(hall["width"]), float(hall["depth"])))
    return Plan(
        width=width,
        depth=depth,
        margin=max(MARGIN, text_size * 2.6),
        pixels=_pixels(hall),
        text_size=round(text_size, 2),
        across=_ticks(float(hall["width"]), step),
        down=_ticks(float(hall["depth"]), step),
        booths=tuple(draw_booth(booth) for booth in hall["booths"]),
        aisles=tuple(_aisles(hall)),
        bar=step * UNIT,
        bar_metres=step,
    )


def draw_booth(booth: dict[str, Any]) -> DrawnBooth:
    """The code on top, the exhibitor's name below it in as many lines as there is room for."""
    x, y, width, depth = (float(booth[name]) * UNIT for name in ("x", "y", "width", "depth"))
    side = min(width, depth)
    code_size = min(side * 0.2, 1.3 * UNIT, width * 0.9 / (LETTER * max(1, len(booth["code"]))))
    name_size = min(side * 0.145, 0.85 * UNIT)
    leading = name_size * 1.22
    name = booth["exhibitor"]["name"] if booth["exhibitor"] else ""
    room = int((depth - side * 0.16 - code_size * 1.35) // leading) if name else 0
    lines = wrap(name, letters=int(width * 0.92 // (name_size * LETTER)), lines=min(room, 4)) if room > 0 else []
    block = code_size + (code_size * 0.35 + leading * len(lines) if lines else 0)
    top, middle = y + (depth - block) / 2, x + width / 2
    first = top + code_size * 1.35 + leading / 2
    return DrawnBooth(
        booth=booth,
        x=round(x, 2),
        y=round(y, 2),
        width=round(width, 2),
        depth=round(depth, 2),
        radius=round(side * 0.16, 2) if booth["kind"] == "ISLAND" else round(min(side * 0.03, 4), 2),
        code=Line(booth["code"], round(middle, 2), round(top + code_size / 2, 2)),
        code_size=round(code_size, 2),
        names=tuple(Line(text, round(middle, 2), round(first + n * leading, 2)) for n, text in enumerate(lines)),
        name_size=round(name_size, 2),
    )


def wrap(text: str, *, letters: int, lines: int) -> list[str]:
    """Words in lines of at most so many letters; what finds no room ends in an ellipsis."""
    if letters < 2 or lines < 1:
        return []
    rows: list[str] = []
    words = text.split()
    while words:
        row = words.pop(0)
        while words and len(row) + 1 + len(words[0]) <= letters:
            row = f"{row} {words.pop(0)}"
        is_last = len(rows) == lines - 1
        if len(row) > letters or (is_last and words):
            row = f"{row[: letters - 1].rstrip(' ,.')}…"
        rows.append(row)
        if is_last:
            break
    return rows


def _step(longest: float) -> int:
    """Metres between two named ticks: at most some fifteen of them."""
    return next((step for step in (1, 2, 5, 10, 20, 50) if longest / step <= 15), 100)


def _ticks(length: float, step: int) -> tuple[Tick, ...]:
    fine = step if step in (1, 2) else step // 5
    return tuple(Tick(at, at * UNIT, at % step == 0) for at in range(0, int(length) + 1, fine))


def _pixels(hall: dict[str, Any]) -> int:
    sides = [min(float(booth["width"]), float(booth["depth"])) for booth in hall["booths"]]
    return min(6000, round(float(hall["width"]) * READABLE_BOOTH / median(sides))) if sides else 640


def _aisles(hall: dict[str, Any]) -> Iterable[Aisle]:
    booths = hall["booths"]
    if not booths:
        return
    middle_x, middle_y = float(hall["width"]) * UNIT / 2, float(hall["depth"]) * UNIT / 2
    for start, end in gaps([(b["y"], b["y"] + b["depth"]) for b in _exact(booths)], Decimal(str(hall["depth"]))):
        yield Aisle(end - start, middle_x, float(start) * UNIT, middle_x, float(end) * UNIT)
    for start, end in gaps([(b["x"], b["x"] + b["width"]) for b in _exact(booths)], Decimal(str(hall["width"]))):
        yield Aisle(end - start, float(start) * UNIT, middle_y, float(end) * UNIT, middle_y)


def _exact(booths: Iterable[dict[str, Any]]) -> list[dict[str, Decimal]]:
    return [{name: Decimal(str(booth[name])) for name in ("x", "y", "width", "depth")} for booth in booths]


def gaps(taken: Sequence[tuple[Decimal, Decimal]], length: Decimal) -> list[tuple[Decimal, Decimal]]:
    """What of a wall of this length no interval covers, where it is wide enough to walk."""
    free: list[tuple[Decimal, Decimal]] = []
    reached = Decimal(0)
    for start, end in sorted(taken):
        if start - reached >= NARROWEST_AISLE:
            free.append((reached, start))
        reached = max(reached, end)
    return [*free, (reached, length)] if length - reached >= NARROWEST_AISLE else free
