"""Fairs: where the shop exhibits, what it applied for, and which fairs are coming."""

from typing import Any

from frontend.seller_desk.seller_page import SellerPage


class Fairs(SellerPage):
    """The visitor's own stands and applications; those for another seller are left out."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        mine = [one for one in data["myFairApplications"] if not one["seller"] or one["seller"]["id"] == self.own["id"]]
        taken = {one["expo"]["id"] for one in (*mine, *data["myExhibitors"])}
        coming = [edge["node"] for edge in data["expos"]["edges"]]
        return {
            **super().context(data),
            "applications": mine,
            "stands": [{**desk, "open": _open(desk)} for desk in data["myExhibitors"]],
            "coming": [fair for fair in coming if fair["id"] not in taken],
        }


def _open(desk: dict[str, Any]) -> list[dict[str, Any]]:
    """What is still to be done for the stand, the nearest day first."""
    waiting = [task for task in desk["tasks"] if task["doneAt"] is None]
    return sorted(waiting, key=lambda task: task["dueOn"] or "9999")
