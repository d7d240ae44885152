"""For whom a bundle is made: what of events, photos and certificates is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.redacted import Rules, redacted
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.lot import Lot


@dataclass(frozen=True, slots=True)
class Reader:
    """``without_partners``: the lot's own seller makes it for a buyer, without what the public is not told."""

    viewer: Viewer
    without_partners: bool = False

    def owns(self, lot: Lot) -> bool:
        """Whether this is the lot's seller, for itself."""
        return lot.seller_id in self.viewer.seller_ids and not self.without_partners

    def sees(self, event: EpcisEvent) -> bool:
        """For a buyer: what the seller's partners are told of its own events, and of others' what everybody is."""
        if not self.without_partners:
            return True
        if event.seller_id in self.viewer.seller_ids:
            return event.audience in (Audience.PUBLIC, Audience.CHAIN)
        return event.audience == Audience.PUBLIC

    def shown(self, event: EpcisEvent, rules: Rules) -> dict[str, Any]:
        """The event's document without the fields that this reader is not to see."""
        return redacted(event, Viewer.public() if self.without_partners else self.viewer, rules)

    def events(self) -> Any:
        return readable_events(self.viewer)
