"""Where and when a buyer fetches goods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PickupPlace:
    place: str
    """Name and address, on one line."""
    hours: str = ""
    first_day: date | None = None
    last_day: date | None = None
