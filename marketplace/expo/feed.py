"""What a source of exhibitor lists has to be able to do, and the neutral form it answers in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

FIELDS = (
    "source_id",
    "name",
    "tax_code",
    "country",
    "website_url",
    "email",
    "phone",
    "description",
    "categories",
    "booth",
)
"""What a record may say. ``categories`` and ``booth`` are lists in one text, divided by commas or semicolons;
``source_id`` is what the source itself calls the exhibitor."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the source; ``field`` is one of `FIELDS`, or nothing for a column that is not read."""

    header: str
    field: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """One exhibitor as the source tells it. ``number`` is where: the row as a spreadsheet program shows it."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FeedTable:
    columns: tuple[Column, ...]
    records: tuple[Record, ...]


def read_as(
    headers: Iterable[str], mapping: Mapping[str, str | None], guess: Callable[[str], str | None]
) -> tuple[Column, ...]:
    """Each field is read from one column: the one that is mapped to it, else the first that is guessed."""
    named = list(headers)
    seen: set[str] = {field for header, field in mapping.items() if field and header in named}
    columns = []
    for header in named:
        field = mapping[header] if header in mapping else guess(header)
        if header not in mapping and field is not None:
            field = None if field in seen else field
            seen.update({field} if field else ())
        columns.append(Column(header, field or None))
    return tuple(columns)


class Feed(Protocol):
    """A source of exhibitor lists."""

    def read(self, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
        """Read a file. ``mapping`` says the field of a header where one's own guess is not wanted.

        Raises `catalog.refusal.Refused` for what cannot be read. Writes nothing.
        """


@runtime_checkable
class FetchedFeed(Feed, Protocol):
    """A source that is asked at an address instead of handing in files."""

    def fetch(self, address: str, access_key: str) -> bytes:
        """All of it as one file that ``read`` understands; raises ``Refused`` for what does not answer."""
