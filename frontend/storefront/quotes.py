"""What sellers have offered to who is signed in, by state."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 20
STATES = ("OFFERED", "REQUESTED", "COUNTERED", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED")


class Quotes(Page):
    """The latest change first; the state is in the address."""

    needs_sign_in = True

    @property
    def state(self) -> str:
        chosen = self.query("state")
        return chosen if chosen in STATES else ""

    def variables(self) -> Variables:
        return {"filter": {"status": [self.state]} if self.state else {}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"state": self.state, "states": STATES}
