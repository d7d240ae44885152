"""Halls and booths: shapes on a plan, in metres, the origin in the hall's top left corner."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from i18n.today import today_here
from marketplace.expo.exhibition import Expo
from marketplace.expo.plan.metres import centimetres, metres
from marketplace.expo.plan.shape import Shape


def metres_field(**options: Any) -> "models.DecimalField[Decimal | int | str, Decimal]":
    return models.DecimalField(max_digits=7, decimal_places=2, **options)


class Hall(models.Model):
    """A hall of an exhibition."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="halls")
    name = models.CharField(max_length=60)
    width = metres_field()
    depth = metres_field()
    plan_number = models.PositiveIntegerField(default=0)
    """Grows with each change of the plan (`plan/change.py`)."""

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["expo", "name"], name="one_hall_per_name")]

    def __str__(self) -> str:
        return f"Hall {self.name}"

    @property
    def area_square_metres(self) -> Decimal:
        return (self.width * self.depth).quantize(Decimal("0.01"))

    @property
    def outline(self) -> Shape:
        return Shape.of_box(0, 0, centimetres(Decimal(self.width)), centimetres(Decimal(self.depth)))


class BoothKind(models.TextChoices):
    SHELL = "SHELL"
    """With walls, carpet and a name board."""
    RAW = "RAW"
    """Floor space only."""
    ISLAND = "ISLAND"
    """Open on all sides."""


class BoothStatus(models.TextChoices):
    FREE = "FREE"
    HELD = "HELD"
    """Kept for somebody who has not decided."""
    RESERVED = "RESERVED"
    """Promised; the contract is not signed yet."""
    ASSIGNED = "ASSIGNED"


class Booth(models.Model):
    """A booth; two of one hall never overlap, nor lies one on an aisle (`plan/rules.py`)."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="booths")
    code = models.CharField(max_length=20)
    x = metres_field()
    y = metres_field()
    width = metres_field()
    depth = metres_field()
    shape = models.JSONField(null=True, blank=True)
    """Corners of what is no rectangle, ``[[right, down], …]`` in centimetres from ``x``, ``y``."""
    kind = models.CharField(max_length=8, choices=BoothKind.choices, default=BoothKind.SHELL)
    power_kw = models.DecimalField(max_digits=5, decimal_places=1, default=Decimal(0))
    needs_water = models.BooleanField(default=False)
    is_held = models.BooleanField(default=False)
    held_until = models.DateField(null=True, blank=True)
    """The last day of holding it, in Viet Nam; none: until somebody lets it go."""
    is_reserved = models.BooleanField(default=False)
    reserved_for = models.ForeignKey(
        "expo.Exhibitor", null=True, blank=True, on_delete=models.SET_NULL, related_name="reserved_booths"
    )
    exhibitor = models.ForeignKey(
        "expo.Exhibitor", null=True, blank=True, on_delete=models.SET_NULL, related_name="booths"
    )
    version = models.PositiveIntegerField(default=1)
    """Grows with each change; who changes a booth names the one that was seen."""

    class Meta:
        ordering = ["hall_id", "code"]
        constraints = [models.UniqueConstraint(fields=["hall", "code"], name="one_booth_per_code")]

    def __str__(self) -> str:
        return self.code

    @property
    def status(self) -> BoothStatus:
        return self.status_on(today_here())

    def status_on(self, day: date) -> BoothStatus:
        if self.exhibitor_id is not None:
            return BoothStatus.ASSIGNED
        if self.is_reserved:
            return BoothStatus.RESERVED
        is_held = self.is_held and (self.held_until is None or day <= self.held_until)
        return BoothStatus.HELD if is_held else BoothStatus.FREE

    @property
    def outline(self) -> Shape:
        left, top = centimetres(Decimal(self.x)), centimetres(Decimal(self.y))
        if self.shape:
            return Shape(tuple((left + right, top + down) for right, down in self.shape))
        return Shape.of_box(left, top, left + centimetres(Decimal(self.width)), top + centimetres(Decimal(self.depth)))

    @outline.setter
    def outline(self, outline: Shape) -> None:
        left, top, right, bottom = outline.box
        self.x, self.y, self.width, self.depth = map(metres, (left, top, right - left, bottom - top))
        corners = outline.moved(-left, -top).points
        self.shape = None if len(corners) == 4 else [list(corner) for corner in corners]

    @property
    def area_square_metres(self) -> Decimal:
        return Decimal(self.outline.area).scaleb(-4).quantize(Decimal("0.01"))
