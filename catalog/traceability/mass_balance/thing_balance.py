"""``thing_balances``: whether a seller used up or gave away more of a thing than it held.

1. Held: what its own processes gave, or what it says it made (the greater, for both often tell of the same), and what
   it received.
2. Gone: what its own processes used, what it destroyed, and what it sent to new owners: per owner the greater of what
   its kinds of events say, since a shipment and a sale often tell of the same. Moving goods between one's own places
   takes nothing away, and what leaves inside a parcel is counted where it is sold.
3. A lot that was renamed has one balance, under its present name; renaming it neither made nor took anything.
4. A quantity that is missing, or of another dimension, makes the side that it stands on unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Exists

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import EventLink, LinkKind, ThingRole
from catalog.traceability.graph.occurrence import COLUMNS, Occurrence, portions, standing_things
from catalog.traceability.identity.lot_name import present_names, renamings
from catalog.traceability.identity.uris import seller_uri
from catalog.traceability.mass_balance.units import BASE, Dimension, in_base

_CBV = "https://ref.gs1.org/cbv/BizStep-"
_RECEIVED = (f"{_CBV}receiving", f"{_CBV}accepting")
_SENT = (f"{_CBV}shipping", f"{_CBV}retail_selling")
_DESTROYED = (f"{_CBV}destroying",)
_OWNER = "https://ref.gs1.org/cbv/SDT-owning_party"


@dataclass(frozen=True, slots=True)
class ThingBalance:
    """In the base unit of its dimension; ``None`` for a side that cannot be told."""

    uri: str
    held: Decimal | None
    gone: Decimal | None
    uom: str

    @property
    def is_too_much(self) -> bool:
        return self.held is not None and self.gone is not None and self.gone > self.held


@dataclass(slots=True)
class _Sums:
    """Sums by side; one that met a quantity that cannot be counted is no longer known."""

    sides: dict[str, Decimal | None] = field(default_factory=lambda: defaultdict(Decimal))
    dimensions: set[Dimension] = field(default_factory=set)

    def add(self, side: str, row: Occurrence) -> None:
        based = None if row.quantity is None else in_base(row.quantity, row.uom)
        before = self.sides[side]
        self.sides[side] = None if based is None or before is None else before + based[1]
        if based is not None:
            self.dimensions.add(based[0])


def thing_balances(uris: Collection[str], *, seller_id: int, buyers: Collection[str] = ()) -> dict[str, ThingBalance]:
    """By URI, of what the seller's own events say; things that it neither holds nor counts are left out.

    ``buyers`` are owners that orders know of, whose pieces are counted as sold and not here.
    """
    sums: dict[str, _Sums] = defaultdict(_Sums)
    present = {
        old: new for portion in portions(uris) for old, new in present_names(portion, seller_id=seller_id).items()
    }
    for portion in portions({*uris, *present, *present.values()}):
        standing = standing_things().filter(~Exists(renamings()), is_class=True, event__seller_id=seller_id)
        rows = standing.filter(uri__in=portion).order_by()
        told = [(Occurrence(*columns), step) for *columns, step in rows.values_list(*COLUMNS, "event__biz_step")]
        owners = _new_owners({row.event for row, step in told if step in _SENT}, seller_id, buyers)
        for row, step in told:
            for side in _sides(row, step, owners):
                sums[present.get(row.uri, row.uri)].add(side, row)
    return {uri: _balance(uri, found) for uri, found in sums.items() if len(found.dimensions) == 1}


def _new_owners(events: Collection[int], seller_id: int, buyers: Collection[str]) -> dict[int, str]:
    """Whom goods were sent to, by event; to oneself is to nobody."""
    links = EventLink.objects.filter(event_id__in=events, kind=LinkKind.DESTINATION, type=_OWNER)
    not_counted = {seller_uri(seller_id), *buyers}
    return {event: uri for event, uri in links.order_by().values_list("event_id", "uri") if uri not in not_counted}


def _sides(row: Occurrence, step: str, owners: Mapping[int, str]) -> Iterator[str]:
    if row.role == ThingRole.OUTPUT:
        yield "given"
    elif row.role == ThingRole.INPUT:
        yield "gone"
    elif row.role == ThingRole.EPC and row.type == EventType.OBJECT:
        if row.action == "ADD":
            yield "made"
        elif step in _RECEIVED:
            yield "received"
        elif step in _DESTROYED or row.action == "DELETE":
            yield "gone"
        elif row.event in owners:
            yield f"sent {owners[row.event]} {step}"


def _balance(uri: str, sums: _Sums) -> ThingBalance:
    (dimension,) = sums.dimensions
    made = _greatest([sums.sides["given"], sums.sides["made"]])
    held = _sum([made, sums.sides["received"]])
    sent: dict[str, list[Decimal | None]] = defaultdict(list)
    for side, quantity in sums.sides.items():
        if side.startswith("sent "):
            sent[side.split(" ")[1]].append(quantity)
    gone = _sum([sums.sides["gone"], *map(_greatest, sent.values())])
    return ThingBalance(uri, held or None, gone, BASE[dimension])


def _greatest(quantities: Sequence[Decimal | None]) -> Decimal | None:
    known = [quantity for quantity in quantities if quantity is not None]
    return max(known) if len(known) == len(quantities) else None


def _sum(quantities: Sequence[Decimal | None]) -> Decimal | None:
    known = [quantity for quantity in quantities if quantity is not None]
    return sum(known, Decimal()) if len(known) == len(quantities) else None
