"""Where lots and single pieces meet: a piece with a serial is of the lot that its making names.

Two ways of saying so are read: a commissioning (ObjectEvent, ADD) that lists the serials and the lot, and one that
tells the lot's number among the data of the instance (ILMD), which holds for every GTIN that it lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple
from urllib.parse import quote, unquote

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import EventField, FieldScope, ThingRole
from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.graph.occurrence import Occurrence, named_in, one_of, portions, standing_things

LOT_NUMBERS = ("urn:epcglobal:cbv:mda:lotNumber", "https://ref.gs1.org/cbv/lotNumber")
"""How ILMD calls a lot's number: with the prefix of the master data vocabulary, and with that of the CBV itself."""
_UNQUOTED = "-._~'"


class Piece(NamedTuple):
    """``lot`` and ``piece`` are URIs."""

    lot: str
    piece: str
    event: int


def lots_of_pieces(occurrences: Iterable[Occurrence]) -> list[Piece]:
    """Upstream. Two statements."""
    made = _commissioned(occurrences, is_class=False)
    found = [
        Piece(row.uri, piece.uri, row.event)
        for row in named_in(made, [ThingRole.EPC])
        if row.is_class and _lot_of(row.uri)
        for piece in made[row.event]
        if _gtin_of(row.uri) == _gtin_of(piece.uri)
    ]
    for portion in portions(made):
        fields = EventField.objects.filter(event_id__in=one_of(portion), scope=FieldScope.ILMD, path__in=LOT_NUMBERS)
        for event, number in fields.values_list("event_id", "text"):
            found += [
                Piece(_lot_uri(gtin, number), piece.uri, event)
                for piece in made[event]
                if (gtin := _gtin_of(piece.uri))
            ]
    return found


def pieces_of_lots(occurrences: Iterable[Occurrence], lots: Collection[str]) -> list[Piece]:
    """Downstream. Three statements."""
    made = _commissioned(occurrences, is_class=True)
    found = [
        Piece(lot.uri, row.uri, row.event)
        for row in named_in(made, [ThingRole.EPC])
        if not row.is_class
        for lot in made[row.event]
        if _lot_of(lot.uri) and _gtin_of(row.uri) == _gtin_of(lot.uri)
    ]
    return found + _pieces_by_number(lots)


def _pieces_by_number(lots: Collection[str]) -> list[Piece]:
    numbers: dict[str, set[str]] = defaultdict(set)
    for lot in lots:
        if number := _lot_of(lot):
            numbers[number].add(lot)
    saying: dict[int, set[str]] = defaultdict(set)
    for portion in portions(numbers):
        fields = EventField.objects.filter(scope=FieldScope.ILMD, path__in=LOT_NUMBERS, text__in=one_of(portion))
        for event, number in fields.values_list("event_id", "text"):
            saying[event] |= numbers[number]
    found = []
    for portion in portions(saying):
        rows = standing_things().filter(
            event_id__in=one_of(portion),
            role=ThingRole.EPC,
            is_class=False,
            event__type=EventType.OBJECT,
            event__action="ADD",
        )
        for uri, event in rows.values_list("uri", "event_id"):
            found += [Piece(lot, uri, event) for lot in saying[event] if _gtin_of(lot) == _gtin_of(uri)]
    return found


def _commissioned(occurrences: Iterable[Occurrence], *, is_class: bool) -> dict[int, list[Occurrence]]:
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for row in occurrences:
        if row.type == EventType.OBJECT and row.action == "ADD" and row.is_class == is_class and _gtin_of(row.uri):
            found[row.event].append(row)
    return found


def _gtin_of(uri: str) -> str:
    path = uri.removeprefix(f"{CANONICAL}/01/")
    return path.partition("/")[0] if path != uri else ""


def _lot_of(uri: str) -> str:
    return unquote(uri.rpartition("/10/")[2]) if _gtin_of(uri) and "/10/" in uri else ""


def _lot_uri(gtin: str, number: str) -> str:
    return f"{CANONICAL}/01/{gtin}/10/{quote(number, safe=_UNQUOTED)}"
