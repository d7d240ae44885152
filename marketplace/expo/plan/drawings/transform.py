"""``transform`` of SVG: where a group puts what is in it."""

import math
import re
from dataclasses import dataclass

from i18n.messages import gettext_noop as _
from marketplace.expo.plan.drawings.drawing import DrawingRefused, Place

_CALL = re.compile(r"(\w+)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")
MOST_CALLS = 20


def numbers(text: str) -> list[float]:
    return [float(each) for each in _NUMBER.findall(text)]


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __matmul__(self, o: "Matrix") -> "Matrix":
        return Matrix(
            self.a * o.a + self.c * o.b,
            self.b * o.a + self.d * o.b,
            self.a * o.c + self.c * o.d,
            self.b * o.c + self.d * o.d,
            self.a * o.e + self.c * o.f + self.e,
            self.b * o.e + self.d * o.f + self.f,
        )

    def place(self, x: float, y: float) -> Place:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def read_transform(text: str) -> Matrix:
    """Raises `DrawingRefused` for what is none."""
    matrix = Matrix()
    for name, arguments in _CALL.findall(text[:2_000])[:MOST_CALLS]:
        matrix = matrix @ _step(name, numbers(arguments))
    return matrix


def _step(name: str, given: list[float]) -> Matrix:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Matrix(e=x, f=rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle, *around] if len(around) in (0, 2):
            cos, sin = (round(f(math.radians(angle)), 12) for f in (math.cos, math.sin))
            turn = Matrix(cos, sin, -sin, cos)
            x, y = around or (0.0, 0.0)
            return Matrix(e=x, f=y) @ turn @ Matrix(e=-x, f=-y)
        case (("skewX" | "skewY"), _):
            raise DrawingRefused(_("The drawing is skewed; a plan has right angles."))
    raise DrawingRefused(_("The drawing has a transformation that cannot be read: %(name)s."), name=name[:30])
