"""The desk of a fair: a hall's plan, the booth that was chosen on it, and the tools to draw halls and booths."""

from collections import Counter
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.everybody import everybody
from frontend.expo_desk.plan_booth_actions import KINDS
from frontend.expo_desk.plan_floor_actions import FEATURES, FloorActions
from frontend.hall_plans.choices import found_in, zoom_of
from frontend.page import action
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

WORDS = {
    "at": _("{code}: {x} m from the left, {y} m from the top, {width} × {depth} m"),
    "marked": _("{code} is marked. Press M on its neighbour to merge them, or Escape."),
    "left": _("{code} stays where it was."),
    "offline": _("The marketplace does not answer. What you see may be old."),
    "editing": _("Booths can be moved now. Press ? for the keys."),
    "reading": _("Booths are links again."),
    "rectangle": _("Only rectangles can be made larger or smaller by keys; give the corners of this one."),
}
"""What the editor says; it fills in the braces."""


class Fair(FloorActions):
    """The address chooses a hall, a booth, a size and words; without a hall it is the first."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        halls = data["expo"]["halls"]
        booth_id = self.query("booth")
        chosen = self._hall_of(halls, booth_id)
        hall = self.ask("Hall", id=chosen["id"])["hall"] if chosen else None
        booths = {one["id"]: one for one in (hall["booths"] if hall else ())}
        return {
            **super().context(data),
            "hall": hall,
            "booth": self._booth(hall, booths.get(booth_id)),
            "booths": booths,
            "addresses": {key: f"{self._address(booth=key)}#booth" for key in booths},
            "exhibitors": everybody(self, self.parts["slug"]) if booth_id in booths else [],
            "states": Counter(one["status"] for each in halls for one in each["booths"]),
            "booth_count": sum(len(each["booths"]) for each in halls),
            "area": sum(one["areaSquareMetres"] for one in booths.values()),
            "kinds": KINDS,
            "feature_kinds": FEATURES,
            **self._view(hall),
            "live": self._live(hall) if hall else None,
        }

    def _live(self, hall: dict[str, Any]) -> dict[str, Any]:
        """What the editor begins with."""
        return {
            "address": self._live_address(hall),
            "number": hall["planNumber"],
            "undo": next((change["id"] for change in hall["changes"] if change["madeByYou"]), None),
            "words": {name: gettext(self.visit.language, text) for name, text in WORDS.items()},
        }

    def _live_address(self, hall: dict[str, Any]) -> str:
        chosen = {"hall": hall["id"], "zoom": self.query("zoom"), "booth": self.query("booth")}
        return self.at("expo-fair-live", query=chosen)

    def _view(self, hall: dict[str, Any] | None) -> dict[str, Any]:
        words = self.query("find")
        found = found_in(hall, words) if hall and words else []
        return {
            "zoom": zoom_of(self.query("zoom")),
            "words": words,
            "found": [(one["code"], f"{self._address(booth=one['id'])}#booth") for one in found],
            "marked": {one["id"] for one in found},
        }

    def _address(self, **query: str) -> str:
        """A page of this plan, at the size that was chosen."""
        zoom = {"zoom": self.query("zoom")} if self.query("zoom") else {}
        return self.at("expo-fair", query={**query, **zoom})

    def _hall_of(self, halls: list[dict[str, Any]], booth_id: str) -> dict[str, Any] | None:
        for hall in halls:
            if booth_id and any(one["id"] == booth_id for one in hall["booths"]):
                return hall
        return next((one for one in halls if one["id"] == self.query("hall")), halls[0] if halls else None)

    def _booth(self, hall: dict[str, Any] | None, booth: dict[str, Any] | None) -> dict[str, Any] | None:
        """The chosen booth with its neighbours and prices."""
        if hall is None or booth is None:
            return None
        more = self.ask("Booth", hall=hall["id"], ids=[booth["id"]])["hall"]["booths"]
        return {**booth, **more[0]} if more else None

    @action
    def publish(self) -> HttpResponse:
        self.change("Publish", id=self.expo_id(), isPublished=True)
        return self.go(message=_("The fair is public now."))

    @action
    def unpublish(self) -> HttpResponse:
        self.change("Publish", id=self.expo_id(), isPublished=False)
        return self.go(message=_("The fair is hidden from visitors."))
