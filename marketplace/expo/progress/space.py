"""How much of a fair's space is sold: booths and square metres by hall and kind, as they are now."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from marketplace.expo.exhibition import Expo
from marketplace.expo.hall import Booth, BoothKind, BoothStatus, Hall

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class SpaceCount:
    """Booths of one state, and the square metres of their shapes."""

    booths: int = 0
    area: Decimal = NOTHING

    def __add__(self, other: "SpaceCount") -> "SpaceCount":
        return SpaceCount(self.booths + other.booths, self.area + other.area)


@dataclass(frozen=True, slots=True)
class Space:
    """A state is what the plan shows on that day: a hold that has lapsed is FREE."""

    free: SpaceCount = SpaceCount()
    held: SpaceCount = SpaceCount()
    reserved: SpaceCount = SpaceCount()
    assigned: SpaceCount = SpaceCount()

    @property
    def all(self) -> SpaceCount:
        return self.free + self.held + self.reserved + self.assigned

    @property
    def share_assigned(self) -> Decimal:
        """Of the square metres, from 0 to 1."""
        whole = self.all.area
        return (self.assigned.area / whole).quantize(Decimal("0.0001")) if whole else Decimal(0)


@dataclass(frozen=True, slots=True)
class HallSpace:
    hall: Hall
    kinds: tuple[tuple[BoothKind, Space], ...]
    """The kinds that the hall has, in the order of `BoothKind`."""
    all: Space


@dataclass(frozen=True, slots=True)
class ExpoSpace:
    halls: tuple[HallSpace, ...]
    all: Space


def space_of(expo: Expo, on: date) -> ExpoSpace:
    """Two queries whatever the number of halls."""
    halls = list(Hall.objects.filter(expo=expo).order_by("pk"))
    booths: dict[int, list[Booth]] = defaultdict(list)
    for booth in Booth.objects.filter(hall__expo=expo).order_by("pk"):
        booths[booth.hall_id].append(booth)
    found = tuple(_of_hall(hall, booths[hall.pk], on) for hall in halls)
    return ExpoSpace(found, counted((booth for each in booths.values() for booth in each), on))


def counted(booths: Iterable[Booth], on: date) -> Space:
    counts = {status: SpaceCount() for status in BoothStatus}
    for booth in booths:
        counts[booth.status_on(on)] += SpaceCount(1, booth.area_square_metres)
    return Space(
        counts[BoothStatus.FREE], counts[BoothStatus.HELD], counts[BoothStatus.RESERVED], counts[BoothStatus.ASSIGNED]
    )


def _of_hall(hall: Hall, booths: list[Booth], on: date) -> HallSpace:
    kinds = [(kind, [booth for booth in booths if booth.kind == kind]) for kind in BoothKind]
    return HallSpace(hall, tuple((kind, counted(some, on)) for kind, some in kinds if some), counted(booths, on))
