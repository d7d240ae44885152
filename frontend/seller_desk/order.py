"""One order: what to pack, where it goes, shipping all or some of it, the papers, what happened on the way."""

from typing import Any

from django.http import HttpResponse

from frontend.installable.kept_actions import KeptActions
from frontend.page import action
from frontend.refusals import FieldError, NotFound, Refused
from frontend.seller_desk.codes import read_codes
from frontend.seller_desk.moments import local_now, read_moment
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

QUANTITY = "quantity-"
PARCELS = range(1, 6)
SIDES = ("lengthMm", "widthMm", "heightMm")
MILESTONES = ("BOOKED", "IN_TRANSIT", "CUSTOMS", "OUT_FOR_DELIVERY", "DELIVERED", "RETURNED", "FAILED")


class Order(KeptActions, SellerPage):
    """A seller's part of an order."""

    kept_actions = frozenset({"pack"})
    required = ("sellerOrder",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        order = data["sellerOrder"]
        if order["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {
            **super().context(data),
            "order": order,
            "open_lines": [line for line in order["lines"] if line["quantityFulfilled"] < line["quantity"]],
            "lots_of": lots_by_variant(data),
            "parcels": PARCELS,
            "milestones": MILESTONES,
            "now": local_now(),
        }

    @action
    def pack(self) -> HttpResponse:
        """From now on it cannot be cancelled."""
        self.change("Pack", id=self.parts["id"], idempotencyKey=self.kept_key)
        return self.go(message=_("The order is being packed. The buyer can see it."))

    @action
    def ship(self) -> HttpResponse:
        """All or some of it leaves; the papers are made."""
        lines = self._lines()
        answer = {
            "carrier": self.form.text("carrier", required=True),
            "trackingNumber": self.form.optional("trackingNumber"),
            "lines": lines,
            "lots": self._lots(lines),
            "parcels": self._parcels(),
            "traceCodes": read_codes(self.form.text("traceCodes")),
        }
        self.change("Ship", id=self.parts["id"], input=answer)
        return self.go(message=_("The shipment is booked and the buyer is told. The papers are below."))

    @action
    def track(self) -> HttpResponse:
        """Something happened on the way."""
        status = self.form.text("status")
        event = {
            "occurredAt": read_moment(self, "occurredAt"),
            "place": self.form.text("place"),
            "note": self.form.text("note"),
            **({"status": status} if status in MILESTONES else {}),
        }
        self.change("Track", id=self.form.text("shipment", required=True), input=event)
        return self.go(message=_("The event is added. The buyer can see it."))

    @action
    def cancel(self) -> HttpResponse:
        self.change("Cancel", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The order is cancelled and the goods are back in stock. The buyer is told."))

    def _lines(self) -> list[dict[str, Any]]:
        names = [name for name in self.request.POST if name.startswith(QUANTITY)]
        leaving = [(name.removeprefix(QUANTITY), self.form.integer(name, required=False) or 0) for name in names]
        lines = [{"orderLineId": line, "quantity": quantity} for line, quantity in leaving if quantity]
        if not lines:
            raise Refused([FieldError("lines", "REQUIRED", _("Say how many pieces leave."))])
        return lines

    def _lots(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The lot that was chosen for a line, for all that leaves of it; the API takes several for one line."""
        chosen = [(line, self.form.text(f"lot-{line['orderLineId']}")) for line in lines]
        return [{**line, "lotId": lot} for line, lot in chosen if lot]

    def _parcels(self) -> list[dict[str, Any]]:
        """The parcels that have a weight; measures without one say nothing."""
        parcels = []
        for number in PARCELS:
            weight = self.form.decimal(f"weight-{number}", required=False)
            if weight is None:
                continue
            sides = zip(SIDES, ("length", "width", "height"), strict=True)
            measured = {side: self.form.decimal(f"{name}-{number}", required=False) for side, name in sides}
            parcels.append(
                {"grossWeightG": int(weight * 1000), **{side: int(cm * 10) for side, cm in measured.items() if cm}}
            )
        return parcels


def lots_by_variant(data: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """The choices of a line: id and number of the lots of its variant, last made first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for edge in data["lots"]["edges"]:
        lot = edge["node"]
        found.setdefault(lot["variant"]["id"], []).append((lot["id"], lot["number"]))
    return found
