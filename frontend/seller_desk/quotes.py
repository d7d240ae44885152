"""What a seller is asked for, by state: first what awaits its answer."""

from typing import Any

from frontend.page import Variables
from frontend.seller_desk.seller_page import SellerPage

PAGE_SIZE = 25
STATES = ("REQUESTED", "COUNTERED", "OFFERED", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED")


class Quotes(SellerPage):
    """The latest change first; the state and the search are in the address."""

    least_role = "MANAGER"

    @property
    def state(self) -> str:
        chosen = self.query("state")
        return chosen if chosen in STATES else ""

    def variables(self) -> Variables:
        wanted = {"status": [self.state] if self.state else None, "search": self.query("q") or None}
        return {
            **super().variables(),
            "filter": {name: value for name, value in wanted.items() if value},
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        counts = {state: data[state]["totalCount"] if state in data else None for state in STATES}
        inbox = {
            "unread": data["unreadMessages"] or 0,
            "quotes": (counts["REQUESTED"] or 0) + (counts["COUNTERED"] or 0),
        }
        said = {"state": self.state, "q_quotes": self.query("q"), "counts": counts, "inbox": inbox}
        return {**super().context(data), **said}
