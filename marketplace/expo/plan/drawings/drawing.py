"""What is read from a drawing of any format: closed outlines with labels and layers, lengths in its own units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

Place = tuple[float, float]
MOST_BYTES = 5 * 1024 * 1024
MOST_OUTLINES = 3_000
MOST_CORNERS = 200
"""Of one outline as it is drawn; a booth has fewer."""
LONGEST_LABEL, LONGEST_LAYER = 60, 60
FARTHEST = 1e9


class DrawingRefused(Refused):
    """The file cannot be read as a plan."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(Problem("file", "INVALID", message, params))


@dataclass(slots=True)
class Outline:
    """Corners in order, the last one joined to the first; y grows downwards."""

    points: list[Place]
    layer: str = ""
    label: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    def contains(self, place: Place) -> bool:
        """By the even-odd rule."""
        x, y = place
        inside = False
        for (x1, y1), (x2, y2) in zip(self.points, [*self.points[1:], self.points[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside


@dataclass(slots=True)
class Drawing:
    outlines: list[Outline]
    metres_per_unit: float | None = None
    """When the file says so itself."""
    left_out: int = 0
    """Things that are no closed outlines of straight lines: circles, curves, pictures."""
    texts: list[tuple[Place, str]] = field(default_factory=list)


def finish(drawing: Drawing) -> Drawing:
    """Give texts to the smallest outline around them. Raises `DrawingRefused` for what is empty or too much."""
    drawing.outlines = [outline for outline in drawing.outlines if _is_area(outline)]
    if len(drawing.outlines) > MOST_OUTLINES:
        raise DrawingRefused(_("The drawing has more than %(most)s outlines."), most=MOST_OUTLINES)
    if not drawing.outlines:
        raise DrawingRefused(_("There is no closed outline of straight lines in the drawing."))
    boxes = sorted(((_size(outline), outline.box, outline) for outline in drawing.outlines), key=lambda one: one[0])
    for place, text in drawing.texts[: MOST_OUTLINES * 2]:
        around = next((one for _, box, one in boxes if _within(place, box) and one.contains(place)), None)
        if around is not None and not around.label:
            around.label = text[:LONGEST_LABEL]
    return drawing


def check_size(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise DrawingRefused(_("A drawing has at most %(most)s MB."), most=MOST_BYTES // 1024**2)


def check_points(points: Sequence[Place]) -> list[Place]:
    """Raises `DrawingRefused` for numbers no hall has, and for outlines of too many corners."""
    if len(points) > MOST_CORNERS:
        raise DrawingRefused(_("An outline of the drawing has more than %(most)s corners."), most=MOST_CORNERS)
    if not all(abs(value) < FARTHEST for point in points for value in point):
        raise DrawingRefused(_("The drawing has lengths that cannot be read."))
    return list(points)


def extent(outlines: Iterable[Outline]) -> tuple[float, float, float, float]:
    boxes = [outline.box for outline in outlines]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _is_area(outline: Outline) -> bool:
    if len(outline.points) < 3:
        return False
    left, top, right, bottom = outline.box
    return right > left and bottom > top


def _size(outline: Outline) -> float:
    left, top, right, bottom = outline.box
    return (right - left) * (bottom - top)


def _within(place: Place, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]
