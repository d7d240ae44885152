"""What the columns of a seller's own spreadsheet mean: as the seller said, otherwise by their headers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.products.bulk_import.parse import STORED_AS
from catalog.products.spreadsheet.guess import UNIT, guess_key
from catalog.products.spreadsheet.keys import parse_key

_OUTRANKED = 10**6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file; ``field`` is ``None`` for one that isn't used, ``unit`` what the header says it is in."""

    header: str
    field: str | None
    unit: str = ""


def map_columns(headers: Sequence[str], mapping: Mapping[str, str | None] | None = None) -> list[Column]:
    """Say what each column means: as ``mapping`` (header -> field) says, otherwise by its header.

    No field is used twice: an explicit column wins, then the clearer header ("SKU" before "source_id"), then the first.
    """
    explicit = {header.strip(): field for header, field in (mapping or {}).items()}
    wishes: dict[str, tuple[int, int]] = {}
    guesses: list[str | None] = []
    for place, header in enumerate(headers):
        field, rank = guess_key(header)
        if header.strip() in explicit:
            field, rank = explicit[header.strip()], -1
        guesses.append(field)
        if field and (rank, place) < wishes.get(field, (_OUTRANKED, 0)):
            wishes[field] = (rank, place)
    chosen = {place for _rank, place in wishes.values()}
    return [
        Column(header, field if place in chosen else None, unit_of(header, field))
        for place, (header, field) in enumerate(zip(headers, guesses, strict=True))
    ]


def recognised(headers: Sequence[str]) -> int:
    """How many different fields the cells of a row would name as headers."""
    return len({field for header in headers if len(header) <= 100 and (field := guess_key(header)[0])})


def is_field(name: str) -> bool:
    """Whether a column may mean this."""
    return parse_key(name) is not None


def unit_of(header: str, field: str | None) -> str:
    """The unit that a header names, of a column that is measured."""
    met = UNIT.search(header)
    return met[1].lower() if met and field in STORED_AS else ""
