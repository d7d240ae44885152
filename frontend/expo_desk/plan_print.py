"""A hall's plan on one sheet of paper, A3 or A4, with the list of its booths."""

from typing import Any

from frontend.expo_desk.fair_page import FairPage
from frontend.refusals import NotFound

PAPERS = ("a3", "a4")


class PlanPrint(FairPage):
    """The address chooses the hall and the paper."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        halls = data["expo"]["halls"]
        chosen = next((one for one in halls if one["id"] == self.query("hall")), halls[0] if halls else None)
        if chosen is None:
            raise NotFound
        paper = self.query("paper") if self.query("paper") in PAPERS else PAPERS[0]
        hall = self.ask("Hall", id=chosen["id"])["hall"]
        return {**super().context(data), "hall": hall, "paper": paper, "papers": PAPERS}
