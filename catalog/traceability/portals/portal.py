"""What every way of handing a lot's record to a state system can do. A portal is one folder beside this file.

How to add one: a folder with ``portal.py`` whose ``PORTAL`` has these methods; ``discovery.portals`` finds it, and
``tests/contracts/portals`` proves it. It knows no tables of ours: it is given the record as data (``record.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

Record = Mapping[str, Any]


class Said(StrEnum):
    """What a portal says of a record."""

    RECEIVED = "RECEIVED"
    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it refuses; ``field`` is empty for what is about the whole."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class PortalAnswer:
    said: Said
    reference: str = ""
    """What the portal calls the record."""
    receipt: str = ""
    """Its number for having taken it; never empty for ACCEPTED."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Connection:
    """How a seller reaches a portal. ``mapping``: the portal's names of fields, see `rest.mapped`."""

    url: str = ""
    token: str = field(default="", repr=False)
    mapping: Mapping[str, str] = field(default_factory=dict)


class PortalTrouble(Exception):
    """Nothing is known of the record. ``permanent``: asking again is no use before somebody has changed something."""

    def __init__(self, portal: str, fact: str, *, permanent: bool = False, retry_after: int | None = None) -> None:
        super().__init__(f"{portal}: {fact}")
        self.portal = portal
        self.fact = fact
        self.permanent = permanent
        self.retry_after = retry_after
        """Seconds, where the portal named some."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    name: str
    content_type: str
    content: bytes


class Portal(Protocol):
    """Both calls are idempotent by ``key`` and raise `PortalTrouble`."""

    code: str
    name: str
    """A message id."""
    by_hand: bool
    """A person hands files in and enters the answer; there is nothing to call, and no connection."""

    def send(self, *, connection: Connection, key: str, record: Record) -> PortalAnswer:
        """Hand it over; twice with the same key is once."""
        ...

    def ask(self, *, connection: Connection, reference: str) -> PortalAnswer:
        """What has become of it."""
        ...

    def files(self, record: Record) -> Sequence[ExportFile]:
        """What a person hands in; nothing for a portal that is called."""
        ...
