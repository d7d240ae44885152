"""A rectangle of floor, as it is typed: in metres."""

from dataclasses import dataclass
from decimal import Decimal

from marketplace.expo.plan.metres import centimetres
from marketplace.expo.plan.shape import Shape


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Metres, measured from the hall's top left corner; ``right`` and ``bottom`` are the far edges."""

    x: Decimal
    y: Decimal
    width: Decimal
    depth: Decimal

    @property
    def right(self) -> Decimal:
        return self.x + self.width

    @property
    def bottom(self) -> Decimal:
        return self.y + self.depth

    def overlaps(self, other: "Rectangle") -> bool:
        """Whether they share floor; touching edges do not."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def shape(self) -> Shape:
        """Raises `NotCentimetres`."""
        left, top = centimetres(self.x), centimetres(self.y)
        return Shape.of_box(left, top, left + centimetres(self.width), top + centimetres(self.depth))
