"""What a source of exhibitor lists has to be able to do, and the neutral form it answers in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

FIELDS = (
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
"""What a record may say. ``categories`` and ``booth`` are lists in one text, divided by commas or semicolons."""


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


class Feed(Protocol):
    """A source of exhibitor lists."""

    def read(self, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
        """Read a file. ``mapping`` says the field of a header where one's own guess is not wanted.

        Raises `catalog.refusal.Refused` for what cannot be read. Writes nothing.
        """
