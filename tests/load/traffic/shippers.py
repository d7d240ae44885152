"""A seller's packing room: packs what is paid, hands it to a carrier, and says where it is."""

from datetime import UTC, datetime, timedelta

from tests.load import documents
from tests.load.traffic.trade import Trade
from tests.load.visitor import Visitor


class Shipper(Trade):
    name = "ships"
    pause = 4.0
    _signed_in: Visitor | None = None
    house = 0
    """Which seller's."""

    def round(self) -> None:
        if self._signed_in is None:
            desk = self.visitor()
            desk.sign_in(self.world.houses[self.house].owner, self.world.password)
            self._signed_in = desk
        desk, seller = self._signed_in, self.world.houses[self.house].id
        for edge in desk.ask(documents.TO_SHIP, seller=seller, status=["CONFIRMED"])["edges"]:
            part = edge["node"]["id"]
            desk.ask(documents.PACK, id=part, key=f"pack-{part}")
        for edge in desk.ask(documents.TO_SHIP, seller=seller, status=["PACKING"])["edges"]:
            self._ship(desk, edge["node"]["id"])

    def _ship(self, desk: Visitor, part: str) -> None:
        by_carrier = self.chance.random() < 0.5
        given = {"carrier": "dhl_express", "service": "P"} if by_carrier else {"carrier": "Voorbeeld Post"}
        shipped = desk.ask(documents.SHIP, id=part, input=given, key=f"ship-{part}")
        self.book.shipped.append(part)
        if by_carrier:
            return
        now = datetime.now(UTC)
        for status, minutes in (("IN_TRANSIT", 3), ("DELIVERED", 1)):
            event = {"status": status, "occurredAt": (now - timedelta(minutes=minutes)).isoformat(), "place": "Utrecht"}
            desk.ask(documents.TRACK, id=shipped["fulfillment"]["shipment"]["id"], input=event)


def shipper_of(house: int) -> type[Shipper]:
    return type(f"Shipper{house}", (Shipper,), {"house": house})
