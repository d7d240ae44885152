"""Applications to exhibit at a fair: those that wait for an answer, and all others."""

from typing import Any

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables

PAGE_SIZE = 50
STATES = ("SUBMITTED", "WAITLISTED", "APPROVED", "DECLINED", "WITHDRAWN", "DRAFT")


class Applications(FairPage):
    """Who waits for an answer comes first; the address chooses another state, and words of a name."""

    def variables(self) -> Variables:
        wanted: dict[str, Any] = {"search": self.query("q")} if self.query("q") else {}
        if self._state:
            wanted["status"] = [self._state]
        return {**super().variables(), "expo": "", "filter": wanted, **self.page_wanted(PAGE_SIZE)}

    def load(self) -> dict[str, Any]:
        data = super().load()
        rows = self.ask("List", **{**self.variables(), "expo": data["expo"]["id"]})
        return {**data, **rows}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "state": self._state, "states": STATES, "words": self.query("q")}

    @property
    def _state(self) -> str:
        chosen = self.query("state")
        return chosen if chosen in STATES else ""
