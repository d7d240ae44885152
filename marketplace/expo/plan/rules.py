"""Where a booth may lie: inside the hall, on no other booth, and on nothing that has to stay free."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.expo.hall import Booth, Hall
from marketplace.expo.plan.feature import HallFeature
from marketplace.expo.plan.metres import SMALLEST, centimetres
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.shape import Shape


@dataclass(frozen=True, slots=True)
class Floor:
    """What lies in a hall already."""

    hall: Shape
    booths: tuple[tuple[str, Shape], ...]
    features: tuple[tuple[str, Shape], ...]

    @classmethod
    def of(cls, hall: Hall, booths: Iterable[Booth], features: Iterable[HallFeature]) -> "Floor":
        return cls(
            hall.outline,
            tuple((booth.code, booth.outline) for booth in booths),
            tuple((feature.label or feature.kind, feature.outline) for feature in features if feature.blocks),
        )


def floor_of(hall: Hall, *, but: Iterable[int] = ()) -> Floor:
    """The floor as it is stored, without these booths."""
    booths = Booth.objects.filter(hall=hall).exclude(pk__in=list(but))
    return Floor.of(hall, booths, HallFeature.objects.filter(hall=hall))


def place_problems(floor: Floor, wanted: Shape) -> list[Problem]:
    """Why a booth of this shape cannot lie there."""
    left, top, right, bottom = wanted.box
    _left, _top, hall_right, hall_bottom = floor.hall.box
    if left < 0 or top < 0 or right > hall_right or bottom > hall_bottom:
        return [Problem("x", "OUTSIDE_HALL", _("The booth does not lie inside the hall."))]
    if min(right - left, bottom - top) < centimetres(SMALLEST):
        return [Problem("width", "INVALID", _("A booth is at least half a metre wide and deep."))]
    for code, taken in floor.booths:
        if wanted.overlaps(taken):
            return [Problem("x", "OVERLAP", _("The booth would lie on booth %(code)s."), {"code": code})]
    for name, kept_free in floor.features:
        if wanted.overlaps(kept_free):
            message = _("The booth would lie on what has to stay free: %(name)s.")
            return [Problem("x", "BLOCKED", message, {"name": name})]
    return []


def typed_problems(place: Rectangle) -> list[Problem]:
    """Whether corner and size of a rectangle are whole centimetres."""
    if any(value.scaleb(2) % 1 for value in (place.x, place.y)):
        return [Problem("x", "INVALID", _("Places are given in whole centimetres."))]
    return []
