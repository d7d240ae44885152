"""Where goods are, for whoever holds the address of the page: the way, drawn and told. No sign-in, no names."""

from typing import Any

from frontend.maps.way import way_map
from frontend.page import Page, Variables

LONGEST = 60


class Tracking(Page):
    """An address that was never given out is told so plainly."""

    indexed = False

    def variables(self) -> Variables:
        return {"token": self.parts["token"][:LONGEST]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["tracking"] is None:
            self.status = 404
            return {"map": None}
        return {"map": way_map(data["tracking"]["legs"])}
