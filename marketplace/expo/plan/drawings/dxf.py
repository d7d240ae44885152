"""Plans drawn in a CAD program: closed polylines, loops of lines, texts and blocks of a DXF file, by layer."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.plan.drawings.drawing import (
    LONGEST_LABEL,
    LONGEST_LAYER,
    Drawing,
    DrawingRefused,
    Outline,
    Place,
    check_points,
    finish,
)
from marketplace.expo.texts import tidy

METRES = {1: 0.0254, 2: 0.3048, 4: 0.001, 5: 0.01, 6: 1.0, 14: 0.1}
"""Of the codes of ``$INSUNITS`` (DXF reference, HEADER): inch, foot, millimetre, centimetre, metre, decimetre."""
MOST_ENTITIES = 50_000
DEEPEST = 4
_TOGETHER = 3
"""Decimals of a drawing unit to which ends of lines are told apart."""


def read_dxf(content: bytes) -> Drawing:
    """Raises `DrawingRefused`."""
    document = _open(content)
    drawing = Drawing([], METRES.get(int(document.header.get("$INSUNITS", 0))))
    lines: dict[str, list[tuple[Place, Place]]] = defaultdict(list)
    for entity in _entities(document.modelspace(), DEEPEST, [MOST_ENTITIES]):
        _read(entity, drawing, lines)
    for layer, pieces in lines.items():
        for points in _loops(pieces):
            drawing.outlines.append(Outline(check_points(points), layer))
    for outline in drawing.outlines:
        outline.points = [(x, -y) for x, y in outline.points]
    drawing.texts = [((x, -y), words) for (x, y), words in drawing.texts]
    return finish(drawing)


def _open(content: bytes) -> Any:
    from ezdxf import recover
    from ezdxf.lldxf.const import DXFError

    try:
        document, _auditor = recover.read(io.BytesIO(content))
    except (OSError, DXFError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        # Damaged files end in any of these, depending on where they are damaged.
        raise DrawingRefused(_("This is no DXF drawing that can be read.")) from error
    return document


def _entities(entities: Iterable[Any], depth: int, left: list[int]) -> Iterator[Any]:
    """Everything drawn, blocks unfolded where they are inserted. Raises `DrawingRefused` for too much of it."""
    for entity in entities:
        left[0] -= 1
        if left[0] < 0:
            raise DrawingRefused(_("The drawing has more than %(most)s parts."), most=MOST_ENTITIES)
        if entity.dxftype() != "INSERT":
            yield entity
        elif depth:
            if entity.mcount > 1:
                raise DrawingRefused(_("The drawing repeats a block in rows and columns; explode it first."))
            yield from entity.attribs
            yield from _entities(entity.virtual_entities(), depth - 1, left)


def _read(entity: Any, drawing: Drawing, lines: dict[str, list[tuple[Place, Place]]]) -> None:
    layer = tidy(str(entity.dxf.get("layer", "")))[:LONGEST_LAYER]
    kind = entity.dxftype()
    if kind == "LWPOLYLINE":
        points = [(float(x), float(y)) for x, y in entity.get_points("xy")]
        _add_round(drawing, points, layer, is_closed=entity.closed, is_straight=not entity.has_arc)
    elif kind == "POLYLINE" and entity.is_2d_polyline:
        points = [(float(v.dxf.location.x), float(v.dxf.location.y)) for v in entity.vertices]
        _add_round(drawing, points, layer, is_closed=entity.is_closed, is_straight=not entity.has_arc)
    elif kind == "LINE":
        start, end = entity.dxf.start, entity.dxf.end
        lines[layer].append(((float(start.x), float(start.y)), (float(end.x), float(end.y))))
    elif kind in ("TEXT", "MTEXT", "ATTRIB"):
        words = tidy(entity.plain_text() if kind == "MTEXT" else str(entity.dxf.get("text", "")))[:LONGEST_LABEL]
        place = _text_place(entity)
        if words:
            drawing.texts.append((place, words))
    else:
        drawing.left_out += 1


def _text_place(entity: Any) -> Place:
    """Where a text stands: its aligned point, when it has one that counts."""
    is_aligned = entity.dxftype() != "MTEXT" and (entity.dxf.get("halign", 0) or entity.dxf.get("valign", 0))
    at = entity.dxf.get("align_point") if is_aligned else None
    at = entity.dxf.insert if at is None else at
    return float(at.x), float(at.y)


def _add_round(drawing: Drawing, points: list[Place], layer: str, *, is_closed: bool, is_straight: bool) -> None:
    if is_straight and (is_closed or (len(points) > 3 and _near(points[0]) == _near(points[-1]))):
        drawing.outlines.append(Outline(check_points(points), layer))
    else:
        drawing.left_out += 1


def _loops(pieces: list[tuple[Place, Place]]) -> Iterator[list[Place]]:
    """Closed rounds among lines: chains whose corners each have two lines. What branches is no outline."""
    ends: dict[Place, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(pieces):
        ends[_near(start)].append(number)
        ends[_near(end)].append(number)
    used: set[int] = set()
    for number in range(len(pieces)):
        if number in used:
            continue
        points, at, place = [], number, _near(pieces[number][0])
        first = place
        while at not in used:
            used.add(at)
            points.append(place)
            start, end = (_near(each) for each in pieces[at])
            place = end if place == start else start
            following = [other for other in ends[place] if other not in used]
            if len(ends[place]) != 2 or not following:
                break
            at = following[0]
        if place == first and len(points) > 2 and len(ends[first]) == 2:
            yield points


def _near(place: Place) -> Place:
    return round(place[0], _TOGETHER), round(place[1], _TOGETHER)
