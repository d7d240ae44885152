"""How an order's goods are packed: cartons, pallets, containers, with a picture of each load and its table."""

from typing import Any

from markupsafe import Markup

from frontend.page import Variables
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage

PALLETS = ("", "EUR", "ISO")
CONTAINERS = ("", "GP20", "GP40", "HC40")
MOST_PICTURES = 6


class OrderPacking(SellerPage):
    """What may be used is in the address, so that a plan can be sent to a forwarder."""

    required = ("sellerOrder", "sellerOrderPackingPlan")

    def variables(self) -> Variables:
        pallet, container = self._chosen("pallet", PALLETS), self._chosen("container", CONTAINERS)
        rules: dict[str, Any] = {"stackPallets": self.query("stack") == "1"}
        if pallet:
            rules["pallet"] = pallet
        if container:
            rules["containers"] = [container]
        return {**super().variables(), "rules": rules}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["sellerOrder"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        plan = data["sellerOrderPackingPlan"]
        loads = alike([*plan["containers"], *plan["pallets"]])
        return {
            **super().context(data),
            "order": data["sellerOrder"],
            "plan": plan,
            "loads": [{**load, "picture": Markup(load["picture"])} for load in loads[:MOST_PICTURES]],  # noqa: S704  # drawn by us from numbers
            "more": len(loads) - MOST_PICTURES,
            "pallet": self._chosen("pallet", PALLETS),
            "container": self._chosen("container", CONTAINERS),
            "stack": self.query("stack") == "1",
        }

    def _chosen(self, name: str, known: tuple[str, ...]) -> str:
        return self.query(name) if self.query(name) in known else ""


def alike(loads: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each load once, with how many ``times`` it is packed just so; in the order they come."""
    found: dict[str, dict[str, Any]] = {}
    for load in loads:
        found.setdefault(load["picture"], {**load, "times": 0})["times"] += 1
    return list(found.values())
