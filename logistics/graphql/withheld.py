"""Papers that whoever reads a shipment is not to get yet. Who that is, the package that reaches the shipment says."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

_MEMO = "logistics.withheld_documents"


def withhold_documents(context: Any, shipment_ids: Iterable[UUID]) -> None:
    """For the rest of this request the papers of these shipments are not handed to the caller."""
    withheld_documents(context).update(shipment_ids)


def withheld_documents(context: Any) -> set[UUID]:
    found: set[UUID] = context.cache.setdefault(_MEMO, set())
    return found
