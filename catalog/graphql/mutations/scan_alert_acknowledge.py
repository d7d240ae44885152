"""``scanAlertAcknowledge``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.shopper_access import alert_for
from catalog.graphql.types.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.acknowledge import acknowledge_alert
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String


class ScanAlertAcknowledge(Mutation):
    """Somebody of the seller has looked into it. For the seller's members."""

    class Arguments:
        id = ID(required=True)
        note = String(description="What was found out.")

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    alert = Field(ScanAlert)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> dict[str, Any]:
        return {"alert": acknowledge_alert(alert=alert_for(info, id), note=note or "", by=caller(info))}
