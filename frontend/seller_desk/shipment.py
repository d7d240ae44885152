"""One shipment: its way and legs, what happened, labels and papers, and changing the carrier."""

from typing import Any

from django.http import HttpResponse

from frontend.maps.way import way_map
from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.codes import read_codes
from frontend.seller_desk.moments import local_moment, local_now, read_day, read_moment, read_optional_moment
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

MODES = ("TRUCK", "BARGE", "RAIL", "VESSEL", "AIR", "LAST_MILE")
MILESTONES = ("BOOKED", "IN_TRANSIT", "CUSTOMS", "OUT_FOR_DELIVERY", "DELIVERED", "RETURNED", "FAILED")
TROUBLES = ("DELAYED", "CUSTOMS_HOLD", "CUSTOMS_RELEASED", "DELIVERY_FAILED", "RETURNING", "LOST", "DAMAGED")
TEXTS = ("fromPlace", "fromCode", "toPlace", "toCode", "carrierName", "reference", "transportDocument", "vesselName",
         "vesselImo", "voyage")  # fmt: skip
TIMES = ("plannedDeparture", "estimatedDeparture", "actualDeparture",
         "plannedArrival", "estimatedArrival", "actualArrival")  # fmt: skip
EVENTS = (
    ("TRANSPORT", ("DEPA", "ARRI")),
    ("EQUIPMENT", ("STUF", "GTIN", "LOAD", "DISC", "GTOT", "CUSS", "CUSI", "CUSR", "DROP", "STRP")),
)
OVER = ("DELIVERED", "RETURNED", "FAILED", "CANCELLED")


class Shipment(SellerPage):
    """The shipment of the address, if it is this seller's."""

    required = ("shipment",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shipment = data["shipment"]
        if shipment["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {
            **super().context(data),
            "map": way_map(shipment["legs"]),
            "planned": [leg for leg in shipment["legs"] if leg["id"]],
            "modes": MODES,
            "milestones": MILESTONES,
            "troubles": TROUBLES,
            "freight_codes": [f"{kind} {code}" for kind, codes in EVENTS for code in codes],
            "local": local_moment,
            "now": local_now(),
            "is_over": shipment["status"] in OVER,
        }

    @action
    def add_leg(self) -> HttpResponse:
        after = self.form.integer("after", required=False)
        self.change("LegAdd", id=self.parts["id"], input=self._leg(), after=after)
        return self.go(message=_("The leg is planned."))

    @action
    def change_leg(self) -> HttpResponse:
        """All of a leg, also when it left and arrived."""
        self.change("LegUpdate", id=self.form.text("leg", required=True), input=self._leg())
        return self.go(message=_("The leg is changed."))

    @action
    def remove_leg(self) -> HttpResponse:
        self.change("LegRemove", id=self.form.text("leg", required=True))
        return self.go(message=_("The leg is gone."))

    @action
    def track(self) -> HttpResponse:
        """Something happened, by the marketplace's own words."""
        told = {
            "occurredAt": read_moment(self, "occurredAt"),
            "status": self._one_of("status", MILESTONES),
            "trouble": self._one_of("trouble", TROUBLES),
            "place": self.form.text("place"),
            "note": self.form.text("note"),
        }
        self.change("Track", id=self.parts["id"], input=told)
        return self.go(message=_("The event is added. The buyer can see it."))

    @action
    def freight(self) -> HttpResponse:
        """Something happened to a container or a ship, by the words of shipping lines."""
        kind, _space, code = self.form.text("event", required=True).partition(" ")
        told = {
            "eventType": kind if kind in dict(EVENTS) else "TRANSPORT",
            "classifier": self._one_of("classifier", ("PLN", "EST", "ACT")) or "ACT",
            "code": code,
            "occurredAt": read_moment(self, "occurredAt"),
            "place": self.form.text("place"),
            "placeCode": self.form.text("placeCode"),
            "equipment": self.form.text("equipment"),
        }
        self.change("Freight", id=self.parts["id"], input=told)
        return self.go(message=_("The event is added. The buyer can see it."))

    @action
    def expect(self) -> HttpResponse:
        """The seller knows better when it arrives."""
        day = read_day(self, "expectedOn")
        self.change("Expect", id=self.parts["id"], expectedOn=day, note=self.form.text("note"))
        return self.go(message=_("The day is changed. The buyer can see it."))

    @action
    def settle(self) -> HttpResponse:
        self.change("AlertEnd", id=self.form.text("alert", required=True))
        return self.go(message=_("That is settled."))

    @action
    def rebook(self) -> HttpResponse:
        """Another carrier takes it."""
        wanted = {
            "carrier": self.form.text("carrier", required=True),
            "service": self.form.text("service"),
            "trackingNumber": self.form.text("trackingNumber"),
        }
        self.change("Rebook", id=self.parts["id"], input=wanted)
        return self.go(message=_("The carrier is changed."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"], reason=self.form.text("reason"))
        return self.go(message=_("The shipment is called off. Choose another carrier for the goods."))

    def _leg(self) -> dict[str, Any]:
        return {
            "mode": self._one_of("mode", MODES) or "TRUCK",
            "containers": read_codes(self.form.text("containers")),
            **{name: self.form.text(name) for name in TEXTS},
            **{name: read_optional_moment(self, name) for name in TIMES},
        }

    def _one_of(self, name: str, known: tuple[str, ...]) -> str | None:
        chosen = self.form.text(name)
        return chosen if chosen in known else None
