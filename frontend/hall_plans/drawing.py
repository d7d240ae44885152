"""A hall's plan as a drawing: booths to scale with what can be read inside them, rulers, and the width of the aisles.

Everything is in units of the drawing, `UNIT` to the metre, so that no browser meets a letter smaller than one pixel.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from frontend.hall_plans.shapes import corners, line_around, roomiest

UNIT = 20
LETTER = 0.58
CAPITAL = 0.74
"""Widths of an average letter, small and capital, as shares of the height."""
READABLE_BOOTH = 66
"""Pixels that the usual booth of a hall takes at least; a hall that needs more than the page is scrolled."""
STANDING = ("STAGE", "INFORMATION", "TOILETS", "FIRST_AID", "PILLAR")
"""What one cannot walk through."""
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
    path: str
    """Of what is no rectangle."""
    code: Line
    code_size: float
    names: tuple[Line, ...]
    name_size: float


@dataclass(frozen=True, slots=True)
class DrawnFeature:
    """An aisle, a door or a service; ``mark`` is where its name or sign stands."""

    feature: dict[str, Any]
    x: float
    y: float
    width: float
    depth: float
    mark: Line
    mark_size: float


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
    features: tuple[DrawnFeature, ...]
    aisles: tuple[Aisle, ...]
    bar: float
    bar_metres: int


def draw(hall: dict[str, Any]) -> Plan:
    """The plan of a hall as the API answers it.

    1. The text of rulers is sized by the hall, the text in a booth by the booth.
    2. The whole drawing is wide enough in pixels for the usual booth to be read.
    3. Aisles are measured on two lines through the booth in the middle, along and across the hall.
    """
    width, depth = float(hall["width"]) * UNIT, float(hall["depth"]) * UNIT
    text_size = max(0.5 * UNIT, max(width, depth) / 75)
    step = _step(max(float(hall["width"]), float(hall["depth"])))
    return Plan(
        width=width,
        depth=depth,
        margin=round(text_size * 2.8, 2),
        pixels=_pixels(hall),
        text_size=round(text_size, 2),
        across=_ticks(float(hall["width"]), step),
        down=_ticks(float(hall["depth"]), step),
        booths=tuple(draw_booth(booth) for booth in hall["booths"]),
        features=tuple(draw_feature(feature) for feature in hall.get("features", ())),
        aisles=tuple(_aisles(hall)),
        bar=step * UNIT,
        bar_metres=step,
    )


def draw_booth(booth: dict[str, Any]) -> DrawnBooth:
    """The code on top, the exhibitor's name below it in as many lines as there is room for."""
    outline = corners(booth)
    x, y, width, depth = (length * UNIT for length in roomiest(outline))
    side = min(width, depth)
    share = 0.18 if len(outline) == 4 else 0.3
    code_size = min(side * share, 1.2 * UNIT, width * 0.9 / (LETTER * max(1, len(booth["code"]))))
    name_size = min(side * 0.165, UNIT)
    leading = name_size * 1.15
    name = booth["exhibitor"]["name"] if booth["exhibitor"] else ""
    room = int((depth - side * 0.16 - code_size * 1.35) // leading) if name else 0
    letters = int(width * 0.92 // (name_size * (CAPITAL if name.isupper() else LETTER)))
    lines = wrap(name, letters=letters, lines=min(room, 4)) if room > 0 else []
    block = code_size + (code_size * 0.35 + leading * len(lines) if lines else 0)
    top, middle = y + (depth - block) / 2, x + width / 2
    first = top + code_size * 1.35 + leading / 2
    return DrawnBooth(
        booth=booth,
        **_around(booth),
        path=line_around(outline, UNIT) if len(outline) > 4 else "",
        radius=round(side * 0.16, 2) if booth["kind"] == "ISLAND" else round(min(side * 0.03, 4), 2),
        code=Line(booth["code"], round(middle, 2), round(top + code_size / 2, 2)),
        code_size=round(code_size, 2),
        names=tuple(Line(text, round(middle, 2), round(first + n * leading, 2)) for n, text in enumerate(lines)),
        name_size=round(name_size, 2),
    )


def draw_feature(feature: dict[str, Any]) -> DrawnFeature:
    """The sign of a service as large as fits; the name of an aisle or a stage along it."""
    place = _around(feature)
    label = feature["label"]
    room = place["width"] * 0.92 / (LETTER * max(2, len(label)))
    size = max(0.3 * UNIT, min(UNIT * 1.1, place["depth"] * 0.62, room if label else place["width"] * 0.62))
    # How wide an aisle is stands in its middle; its name, before that.
    before = 0.2 if feature["kind"] == "AISLE" and place["width"] > place["depth"] else 0.5
    middle = Line(label, round(place["x"] + place["width"] * before, 2), round(place["y"] + place["depth"] / 2, 2))
    return DrawnFeature(feature, **place, mark=middle, mark_size=round(size, 2))


def coordinate(value: float) -> str:
    """As short as a tenth of a unit allows, which is half a centimetre."""
    return f"{round(float(value), 1):g}"


def _around(one: dict[str, Any]) -> dict[str, float]:
    """Place and size on paper."""
    return {name: round(float(one[name]) * UNIT, 2) for name in ("x", "y", "width", "depth")}


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
    standing = [one for one in hall.get("features", ()) if one["kind"] in STANDING]
    places = [{name: Decimal(str(one[name])) for name in ("x", "y", "width", "depth")} for one in hall["booths"]]
    if not places:
        return
    width, depth = Decimal(str(hall["width"])), Decimal(str(hall["depth"]))
    centres = [(place["x"] + place["width"] / 2, place["y"] + place["depth"] / 2) for place in places]
    x, y = min(centres, key=lambda centre: abs(centre[0] - width / 2) + abs(centre[1] - depth / 2))
    places += [{name: Decimal(str(one[name])) for name in ("x", "y", "width", "depth")} for one in standing]
    column = [(p["y"], p["y"] + p["depth"]) for p in places if p["x"] <= x <= p["x"] + p["width"]]
    row = [(p["x"], p["x"] + p["width"]) for p in places if p["y"] <= y <= p["y"] + p["depth"]]
    for start, end in gaps(column, depth):
        yield Aisle(end - start, *_on_paper(x, start, x, end))
    for start, end in gaps(row, width):
        yield Aisle(end - start, *_on_paper(start, y, end, y))


def _on_paper(*metres: Decimal) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(length) * UNIT for length in metres)
    return x1, y1, x2, y2


def gaps(taken: Sequence[tuple[Decimal, Decimal]], length: Decimal) -> list[tuple[Decimal, Decimal]]:
    """What of a wall of this length no interval covers, where it is wide enough to walk."""
    free: list[tuple[Decimal, Decimal]] = []
    reached = Decimal(0)
    for start, end in sorted(taken):
        if start - reached >= NARROWEST_AISLE:
            free.append((reached, start))
        reached = max(reached, end)
    return [*free, (reached, length)] if length - reached >= NARROWEST_AISLE else free
