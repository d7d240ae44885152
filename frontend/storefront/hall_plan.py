"""One hall for visitors: enlarged, searched, printed, and the table behind the drawing."""

from typing import Any

from frontend.hall_plans.choices import found_in, zoom_of
from frontend.page import Page, Variables
from frontend.refusals import NotFound

PAPERS = ("a3", "a4")


class HallPlan(Page):
    """The address chooses the hall, a size, words and a sheet of paper."""

    required = ("expo",)

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        halls = data["expo"]["halls"]
        chosen = next((one for one in halls if one["id"] == self.query("hall")), halls[0] if halls else None)
        if chosen is None:
            raise NotFound
        hall = self.ask("Hall", id=chosen["id"])["hall"]
        words = self.query("find")
        found = found_in(hall, words) if words else []
        cards = {one["id"]: self._card(one) for one in hall["booths"] if one["exhibitor"]}
        return {
            "hall": hall,
            "cards": cards,
            "words": words,
            "found": [(one["code"], cards.get(one["id"])) for one in found],
            "marked": {one["id"] for one in found},
            "zoom": zoom_of(self.query("zoom")),
            "paper": self.query("paper") if self.query("paper") in PAPERS else "",
            "papers": PAPERS,
        }

    def _card(self, booth: dict[str, Any]) -> str:
        return self.url("exhibitor", slug=self.parts["slug"], exhibitor=booth["exhibitor"]["id"])
