"""What a folder of ``formats`` offers: ``read.py`` with one object ``FORMAT`` of this shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from logistics.customs.screening.listed_party import PartyKind


class ListUnreadable(ValueError):
    """The file is not of this format, or not whole; nothing of it was taken."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{reason} {place}".strip())
        self.reason = reason
        self.place = place


@dataclass(frozen=True, slots=True)
class PartyData:
    uid: str
    kind: PartyKind
    names: tuple[str, ...]
    """The main name first; at least one."""
    weak_names: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    born: tuple[str, ...] = ()


@dataclass(slots=True)
class ListFile:
    published_on: date | None = None
    parties: list[PartyData] = field(default_factory=list)


class ListFormat(Protocol):
    code: str
    name: str
    """English msgid: whose list this is."""

    def read(self, content: bytes) -> ListFile:
        """The whole list; raises `ListUnreadable`."""


def distinct(names: Iterator[str]) -> tuple[str, ...]:
    """Tidied, without the empty and the repeated, in order."""
    tidy = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name[:400] for name in tidy if name))
