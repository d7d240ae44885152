"""All papers of all orders: invoices, packing lists, customs papers."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 10


class AccountDocuments(Page):
    """By order, the latest first; addresses of files are good for an hour."""

    needs_sign_in = True

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"shown": [_papers(edge["node"]) for edge in data["myOrders"]["edges"]]}


def _papers(order: dict[str, Any]) -> dict[str, Any]:
    """The order with its own papers and those of its shipments."""
    fulfillments = [one for part in order["sellerOrders"] for one in part["fulfillments"]]
    shipments = [one["shipment"] for one in fulfillments if one["shipment"]]
    return {
        **order,
        "papers": order["documents"],
        "trade": [paper for shipment in shipments for paper in shipment["documents"]],
        "withheld": any(shipment["documentsWithheld"] for shipment in shipments),
    }
