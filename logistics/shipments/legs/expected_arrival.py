"""When goods will be at their end, worked out from the legs.

1. Go through the legs in their order, with the best that is known of each: what was, what is expected, the plan.
2. A leg that has not left cannot leave before the leg before it has arrived: it is put off by as much as it would.
3. What is put off arrives as much later. An arrival that is known to have happened is never moved.
4. The end of the last leg is the answer; none when it says nothing.

The ship is planned from 10 to 30 November, the truck from 1 to 2 December. The ship's arrival is now expected on
4 December: the truck leaves three days later, and the goods are there on 5 December.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from logistics.shipments.legs.leg import ShipmentLeg


def expected_arrival(legs: Sequence[ShipmentLeg]) -> datetime | None:
    """Of the last leg, in the order of the numbers; ``None`` without legs or where the last one has no time."""
    arrived: datetime | None = None
    for leg in sorted(legs, key=lambda each: each.number):
        arrived = leg.actual_arrival or _put_off(leg, arrived)
    return arrived


def _put_off(leg: ShipmentLeg, before: datetime | None) -> datetime | None:
    if leg.arrival is None:
        return None
    leaves = leg.departure
    late = before - leaves if before and leaves and leg.actual_departure is None else timedelta()
    return leg.arrival + max(late, timedelta())
