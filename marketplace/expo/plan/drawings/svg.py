"""Plans drawn in SVG: rectangles, polygons, polylines, and paths of straight lines.

A shape's label is its ``data-code``, the label its program gave it, its title, a text that lies in it, or an id that
somebody chose. Its layer is the nearest group with a name, or its own class.
"""

import re
from collections.abc import Iterator

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
from marketplace.expo.plan.drawings.transform import Matrix, numbers, read_transform
from marketplace.expo.texts import tidy
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import read_xml

_NOT_DRAWN = {"defs", "clipPath", "mask", "symbol", "pattern", "marker", "metadata", "style", "title", "desc", "script"}
_NO_OUTLINE = {"circle", "ellipse", "line", "image", "use"}
_NAMED_BY_PROGRAM = re.compile(r"(rect|path|polygon|polyline|g|layer|use|text|tspan|shape|svg)[-_]?\d+(-\d+)*$", re.I)
_PATH = re.compile(r"([MmLlHhVvZz])|([CcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?)")


def read_svg(content: bytes) -> Drawing:
    """Raises `DrawingRefused`."""
    try:
        root = read_xml(content)
    except BadXml as error:
        raise DrawingRefused(_("This is no SVG drawing that can be read: %(why)s."), why=str(error)[:200]) from error
    svg = root.children[0]
    if svg.name != "svg":
        raise DrawingRefused(_("This is no SVG drawing."))
    drawing = Drawing([])
    _walk(svg, Matrix(), "", drawing)
    return finish(drawing)


def _walk(node: Node, matrix: Matrix, layer: str, drawing: Drawing) -> None:
    for child in node.children:
        if child.name in _NOT_DRAWN or "display:none" in child.attributes.get("style", "").replace(" ", ""):
            continue
        inner = matrix @ read_transform(child.attributes.get("transform", ""))
        if child.name in ("g", "a", "svg", "switch"):
            _walk(child, inner, _name(child) or layer, drawing)
        elif child.name == "text":
            _read_text(child, inner, drawing)
        elif child.name in _NO_OUTLINE:
            drawing.left_out += 1
        else:
            _read_outline(child, inner, layer, drawing)


def _read_outline(node: Node, matrix: Matrix, layer: str, drawing: Drawing) -> None:
    rounds = list(_rounds(node))
    if not rounds:
        drawing.left_out += node.name == "path"
        return
    own = node.attributes.get("class", "").split()
    for points in rounds:
        placed = [matrix.place(x, y) for x, y in check_points(points)]
        chosen = layer or (own[0] if own else "")
        drawing.outlines.append(Outline(placed, tidy(chosen)[:LONGEST_LAYER], _label(node)))


def _rounds(node: Node) -> Iterator[list[Place]]:
    values = node.attributes
    if node.name == "rect":
        x, y, width, height = (_length(values.get(name, "0")) for name in ("x", "y", "width", "height"))
        yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    elif node.name in ("polygon", "polyline"):
        flat = numbers(values.get("points", "")[:50_000])
        yield list(zip(flat[::2], flat[1::2], strict=False))
    elif node.name == "path":
        yield from _path(values.get("d", "")[:100_000])


def _path(text: str) -> Iterator[list[Place]]:
    """The closed rounds of a path; nothing when there is a curve in it."""
    tokens = _PATH.findall(text)
    if any(curve for _straight, curve, _number in tokens):
        return
    command, given, points = "", list[float](), list[Place]()
    x = y = 0.0
    for straight, _curve, number in tokens:
        if straight:
            command, given = straight, []
            if straight in "Zz":
                yield points
                x, y = points[0] if points else (x, y)
                points = []
            elif straight in "Mm" and points:
                yield points
                points = []
            continue
        given.append(float(number))
        if len(given) < (1 if command in "HhVv" else 2):
            continue
        base_x, base_y = (x, y) if command.islower() else (0.0, 0.0)
        match command.upper():
            case "H":
                x = base_x + given[0]
            case "V":
                y = base_y + given[0]
            case _:
                x, y = base_x + given[0], base_y + given[1]
        if not points and command in "LlHhVv":
            points.append((x, y))
        points.append((x, y))
        given = []
    if len(points) > 3 and points[0] == points[-1]:
        yield points


def _read_text(node: Node, matrix: Matrix, drawing: Drawing) -> None:
    words = tidy(" ".join(_pieces(node)))
    spot = node if "x" in node.attributes else next((each for each in node.children if "x" in each.attributes), node)
    x, y = (_length(spot.attributes.get(name, "0").split(" ")[0] or "0") for name in ("x", "y"))
    if words:
        drawing.texts.append((matrix.place(x, y), words))


def _pieces(node: Node) -> Iterator[str]:
    yield node.text
    for child in node.children:
        yield from _pieces(child)


def _length(text: str) -> float:
    found = numbers(text[:40])
    return found[0] if found else 0.0


def _name(node: Node) -> str:
    values = node.attributes
    named = values.get("data-layer") or values.get("inkscape:label") or values.get("id", "")
    if not named or _NAMED_BY_PROGRAM.match(named):
        named = (values.get("class", "").split() or [""])[0]
    return tidy(named)[:LONGEST_LAYER]


def _label(node: Node) -> str:
    values = node.attributes
    given = values.get("data-code") or values.get("inkscape:label") or node.word("title")
    if not given and not _NAMED_BY_PROGRAM.match(values.get("id", "")):
        given = values.get("id", "")
    return tidy(given)[:LONGEST_LABEL]
