"""The operator's queues: what waits for an answer, the oldest first."""

from typing import Any

from frontend.operator_desk.applications import waiting_sellers
from frontend.operator_desk.refunds import is_refund_due
from frontend.page import Variables
from frontend.staff_page import StaffPage

SHOWN = 5


class Home(StaffPage):
    """Shows the queues of what the visitor may decide, with how many wait in each."""

    permissions = (
        "sellers.manage",
        "products.approve",
        "reviews.moderate",
        "takedowns.manage",
        "orders.manage",
        "screening.decide",
    )

    def variables(self) -> Variables:
        return {
            "products": "products.approve" in self.granted,
            "reviews": "reviews.moderate" in self.granted,
            "takedowns": "takedowns.manage" in self.granted,
            "orders": "orders.manage" in self.granted,
            "screening": "screening.decide" in self.granted,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        canceled = [edge["node"] for edge in data.get("canceled", {}).get("edges", [])]
        return {
            "shown": SHOWN,
            "applications": waiting_sellers(self) if "sellers.manage" in self.granted else None,
            "waiting_products": data.get("products"),
            "waiting_reviews": data.get("reviews"),
            "due_takedowns": data.get("takedowns"),
            "reported_reviews": data.get("reported"),
            "waiting_payments": data.get("unpaid"),
            "waiting_shipments": data.get("toShip"),
            "disputed": data.get("disputes"),
            "failed_refunds": data.get("failed"),
            "held_names": data.get("held"),
            "reported_messages": data.get("messageReports"),
            "possible_fakes": data.get("fakes"),
            "refunds": [order for order in canceled if is_refund_due(order["events"])][::-1],
        }
