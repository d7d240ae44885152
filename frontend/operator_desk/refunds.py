"""Whether money has to go back to a buyer, read from an order's history."""

from collections.abc import Iterable
from typing import Any


def is_refund_due(events: Iterable[dict[str, Any]]) -> bool:
    """More parts are owed back than were sent back."""
    types = [event["type"] for event in events]
    return types.count("REFUND_DUE") > types.count("REFUNDED")
