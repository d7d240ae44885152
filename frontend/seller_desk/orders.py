"""The orders of a seller by state; several at once are packed, printed for and shipped."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
MOST = 50
STATES = ("CONFIRMED", "PACKING", "SHIPPED", "DELIVERED", "AWAITING_PAYMENT", "CANCELED")
SHEETS = ("BOTH", "SLIPS", "LABELS")


class Orders(SellerPage):
    """Newest first; the state and the search are in the address."""

    def variables(self) -> Variables:
        wanted = {"status": [self.state] if self.state else None, "search": self.query("q") or None}
        return {
            **super().variables(),
            "filter": {name: value for name, value in wanted.items() if value},
            **self.page_wanted(PAGE_SIZE),
        }

    @property
    def state(self) -> str:
        chosen = self.query("state")
        return chosen if chosen in STATES else ""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        counts = {state: data[state]["totalCount"] for state in STATES}
        return {
            **super().context(data),
            "state": self.state,
            "q_orders": self.query("q"),
            "counts": counts,
            "to_ship": self._to_ship(data) if self.form.action in ("choose_carriers", "ship_chosen") else [],
        }

    @action
    def pack_chosen(self) -> HttpResponse:
        """Begin to pack; one that cannot be packed now is named, the others are begun."""
        return self._each(
            "Pack", {key: {} for key in self._chosen()}, _("Being packed: %(count)s. The buyers can see it.")
        )

    @action
    def print_chosen(self) -> HttpResponse:
        """Slips and labels of the chosen orders in one file."""
        kind = self.form.text("sheets")
        if kind not in SHEETS:
            raise self.refuse("sheets", _("Choose one of the list."))
        url = self.ask("Sheets", ids=self._chosen(), kind=kind)["packingSheetsUrl"]
        if url is None:
            raise self.refuse("ids", _("These orders have no parcels yet: labels are there once they are shipped."))
        return HttpResponseRedirect(url)

    @action
    def choose_carriers(self) -> HttpResponse:
        """Ask with whom each of the chosen orders leaves."""
        self._chosen()
        return self.show()

    @action
    def ship_chosen(self) -> HttpResponse:
        """Everything that is still to be sent of each leaves now."""
        wanted = {key: self._dispatch(key) for key in self._chosen()}
        return self._each("Ship", wanted, _("Shipped: %(count)s. The buyers are told; print the labels below."))

    def _dispatch(self, key: str) -> dict[str, Any]:
        carrier = self.form.text(f"carrier-{key}") or self.form.text("carrier")
        tracking = self.form.optional(f"tracking-{key}")
        return {"input": {"carrier": carrier, **({"trackingNumber": tracking} if tracking else {})}}

    def _chosen(self) -> list[str]:
        ids = self.form.all("ids")[:MOST]
        if not ids:
            raise self.refuse("ids", _("Tick at least one order in the table."))
        return ids

    def _each(self, operation: str, wanted: dict[str, dict[str, Any]], message: str) -> HttpResponse:
        errors, done = [], 0
        numbers = {edge["node"]["id"]: edge["node"]["number"] for edge in self.load()["sellerOrders"]["edges"]}
        for key, arguments in wanted.items():
            try:
                self.change(operation, id=key, **arguments)
                done += 1
            except Refused as refused:
                errors += [FieldError(key, error.code, error.message) for error in refused.errors]
        if errors:
            refusals = [
                {"id": one.field, "number": numbers.get(str(one.field)), "message": one.message} for one in errors
            ]
            return self.show(status=422, refusals=refusals, done=done)
        return self.go(message=message, message_params={"count": done})

    def _to_ship(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """The chosen orders of this page that are being packed."""
        chosen = set(self.form.all("ids"))
        nodes = [edge["node"] for edge in data["sellerOrders"]["edges"]]
        return [one for one in nodes if one["id"] in chosen and one["status"] == "PACKING"]
