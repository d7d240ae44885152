"""``scope_of``: who got what of recalled lots.

1. Walk downstream from each lot: what it was packed into, what was made of it, in which containers that left.
2. Wherever one of these things is sent to a party while it counts, that party got it. A container's quantity is that of
   the recalled goods inside. Where a dispatch and a receipt tell of the same, the dispatch counts.
3. Add what the other parts of the marketplace know: the buyers of parcels with the lots' codes.

The walk sees all events, whoever may read them, for goods that are dangerous are dangerous behind a partner's back,
too; who recalls is told of such receivers only that they are there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from catalog.traceability.epcis.event_rows import EventLink
from catalog.traceability.epcis.event_rows import LinkKind as LinkKindOfEvent
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.graph.link import LinkKind
from catalog.traceability.graph.lots import lots_by_uri
from catalog.traceability.graph.occurrence import Occurrence, one_of, portions
from catalog.traceability.graph.seen import Seen, seen_events
from catalog.traceability.graph.trace import walked_down
from catalog.traceability.graph.walk import Walk
from catalog.traceability.identity.lot_name import names_of_lots
from catalog.traceability.identity.uris import lot_uri, seller_uri
from catalog.traceability.lot import Lot
from catalog.traceability.recall.chain_parties import UNKNOWN, known_parties
from catalog.traceability.recall.receivers import Receipt, receipts_of

MOST_THINGS = 250_000
_PARTIES = ("https://ref.gs1.org/cbv/SDT-owning_party", "https://ref.gs1.org/cbv/SDT-possessing_party")
_SHIPPING = "https://ref.gs1.org/cbv/BizStep-shipping"
Amounts = Mapping[str, Decimal]
"""By unit; an empty one for what cannot be told."""


@dataclass(frozen=True, slots=True)
class Scope:
    receipts: tuple[Receipt, ...]
    things: int
    """How many lots, pieces and packages are affected."""
    is_truncated: bool


def scope_of(lots: Sequence[Lot], *, seller_id: int) -> Scope:
    """Of lots of one seller, with their variants."""
    names = names_of_lots(lots)
    earlier = {lot_uri(lot): names[lot.pk] for lot in lots}
    return scope_of_uris({lot_uri(lot): lot.pk for lot in lots}, seller_id=seller_id, names=earlier)


def scope_of_uris(
    starts: Mapping[str, UUID | None], *, seller_id: int, names: Mapping[str, Collection[str]] | None = None
) -> Scope:
    """Of any things; each start's own lot, where it is one, by its URI; ``names``: what else a start was called."""
    names = names or {}
    parties = known_parties(seller_id=seller_id)
    found: dict[tuple[str, str, str], Receipt] = {}
    things, is_truncated = 0, False
    for uri, lot_id in starts.items():
        walk = walked_down(uri, limit=MOST_THINGS, names=names.get(uri, ()))
        sold = _sold(walk, seller_id)
        bought = {receipt.party for receipt in sold}
        for receipt in [*sold, *_receipts(walk, lot_id, parties, seller_id)]:
            if receipt.source != UNKNOWN or receipt.reference not in bought:
                _add(found, receipt)
        things += len(walk.things)
        is_truncated = is_truncated or walk.is_truncated
    return Scope(tuple(found.values()), things, is_truncated)


def _add(found: dict[tuple[str, str, str], Receipt], receipt: Receipt) -> None:
    """What two of the lots lead to is received once, with the quantities of both if both are known alike."""
    key = receipt.source, receipt.reference, receipt.thing
    known = found.get(key)
    if known is None or known.lot_id == receipt.lot_id:
        found[key] = receipt
        return
    is_sum = known.quantity is not None and receipt.quantity is not None and known.uom == receipt.uom
    total = (known.quantity or Decimal()) + (receipt.quantity or Decimal())
    found[key] = replace(known, lot_id=None, quantity=total if is_sum else None, uom=known.uom if is_sum else "")


def _sold(walk: Walk, seller_id: int) -> list[Receipt]:
    """What other parts of the marketplace know of the lot and of the lots made of it; another's buyers stay unnamed."""
    made = {lot.pk: lot for lot in lots_by_uri(walk.things).values()}
    own = {key for key, lot in made.items() if lot.seller_id == seller_id}
    return [replace(receipt, is_shown=receipt.lot_id in own) for receipt in receipts_of(made)]


def _receipts(
    walk: Walk, lot_id: UUID | None, parties: Mapping[str, tuple[str, str]], seller_id: int
) -> Iterator[Receipt]:
    sending = _sending(walk.events())
    told = seen_events(sending, None)
    shown = seen_events(sending, Viewer.of_sellers([seller_id]))
    content = _Content(walk)
    own = seller_uri(seller_id)
    for (party, thing), sendings in _sendings(walk, told).items():
        if party == own:
            continue
        source, reference = parties.get(party, (UNKNOWN, party))
        amounts = _total(sendings, content)
        first = min((event for _row, event in sendings), key=lambda event: event.time)
        yield Receipt(
            source=source,
            reference=reference,
            thing=thing,
            lot_id=lot_id,
            quantity=next(iter(amounts.values())) if len(amounts) == 1 else None,
            uom=next(iter(amounts)) if len(amounts) == 1 else "",
            place=_place(first),
            at=first.time,
            is_shown=any(event.key in shown and shown[event.key].destinations for _row, event in sendings),
        )


def _sending(events: Collection[int]) -> set[int]:
    """Events that name a receiver: few among all that were walked through."""
    links = EventLink.objects.filter(kind=LinkKindOfEvent.DESTINATION)
    return {
        event
        for portion in portions(events)
        for event in links.filter(event_id__in=one_of(portion)).order_by().values_list("event_id", flat=True)
    }


def _sendings(walk: Walk, told: Mapping[int, Seen]) -> dict[tuple[str, str], list[tuple[Occurrence, Seen]]]:
    """By party and thing; dispatches alone where there are some."""
    found: dict[tuple[str, str], list[tuple[Occurrence, Seen]]] = defaultdict(list)
    for thing, windows in walk.things.items():
        for row in walk.occurrences.get(thing, ()):
            event = told.get(row.event)
            if event is None or not event.destinations or not any(window.holds(row.time) for window in windows):
                continue
            for party in {uri for type_, uri in event.destinations if type_ in _PARTIES}:
                found[party, thing].append((row, event))
    for pair, sendings in found.items():
        dispatches = [sending for sending in sendings if sending[1].biz_step == _SHIPPING]
        found[pair] = dispatches or sendings[:1]
    return found


def _total(sendings: Sequence[tuple[Occurrence, Seen]], content: _Content) -> Amounts:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row, _event in sendings:
        amounts = {row.uom: row.quantity} if row.is_class and row.quantity is not None else content.of(row.uri)
        if not amounts:
            return {}
        for uom, quantity in amounts.items():
            sums[uom] += quantity
    return sums


def _place(event: Seen) -> str:
    places = [uri for type_, uri in event.destinations if type_ not in _PARTIES]
    return places[0] if places else ""


class _Content:
    """How much of the recalled goods is inside each container."""

    def __init__(self, walk: Walk) -> None:
        self._inside: dict[str, list[tuple[str, Decimal | None, str]]] = defaultdict(list)
        for (child, parent, kind), links in walk.links.items():
            if kind == LinkKind.PACKED:
                self._inside[parent] += [(child, link.quantity, link.uom) for link in links.values()]
        self._known: dict[str, Amounts] = {}

    def of(self, uri: str) -> Amounts:
        """A single thing that nothing is known to be inside of is one piece."""
        if uri not in self._known:
            self._known[uri] = {}  # a container inside itself is a mistake of somebody's, and counts nothing
            self._known[uri] = self._sum(uri) if uri in self._inside else {"": Decimal(1)}
        return self._known[uri]

    def _sum(self, uri: str) -> Amounts:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for child, quantity, uom in self._inside[uri]:
            amounts = {uom: quantity} if quantity is not None else self.of(child)
            if not amounts:
                return {}
            for unit, amount in amounts.items():
                sums[unit] += amount
        return sums
