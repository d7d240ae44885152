"""A request to one of traceability's plain HTTP doors and its answer, as values; Django's own are the doors' affair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.traceability.epcis.rights.viewer import Viewer

if TYPE_CHECKING:
    from marketplace.accounts.models import User


@dataclass(frozen=True, slots=True)
class RestRequest:
    """``viewer`` is what the caller may read; ``user`` who it is, with nobody for a request without a token."""

    method: str
    """In capitals."""
    path: str
    """As it came, percent-encoded, without query and with its leading slash."""
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Decoded; a name that came twice has two values."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in small letters."""
    body: bytes = b""
    viewer: Viewer = field(default_factory=Viewer.public)
    user: User | None = None
    origin: str = ""
    """``https://host`` that the marketplace is reached under, for absolute links."""
    query_string: str = ""
    """As it came, where the order of parameters or their spelling counts."""


@dataclass(frozen=True, slots=True)
class RestAnswer:
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
