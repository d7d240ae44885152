"""``doorScan``."""

from typing import Any

from marketplace.expo.door.record_scan import Scan, record_scan
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import expo_of
from marketplace.expo.graphql.badges.types import BadgeKindEnum
from marketplace.expo.graphql.door.types import DOOR, DoorOutcomeEnum, DoorScanInput
from marketplace.graphql import ID, Field, Mutation


class DoorScan(Mutation):
    """Write down that a badge went through a door. Sent again with the same client id, it is the same scan."""

    class Arguments:
        expo_id = ID(required=True)
        input = DoorScanInput(required=True)

    class Meta:
        access = DOOR
        known_errors = errors.REFUSED

    outcome = Field(DoorOutcomeEnum)
    kind = Field(BadgeKindEnum, description="Of the badge; null when it is unknown.")

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        scan = Scan(
            mark=input["mark"],
            door=input["door"],
            direction=str(input["direction"]),
            scanned_at=input["scanned_at"],
            client_id=input["client_id"],
        )
        answer = record_scan(expo=expo_of(info, expo_id, "expo_id"), scan=scan, now=info.context.now)
        return {"outcome": str(answer.outcome), "kind": answer.kind or None}
