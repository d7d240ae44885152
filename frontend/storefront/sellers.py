"""The makers: who they are, by craft and by name."""

from typing import Any

from frontend.page import Page, Variables
from frontend.storefront.listing import CRAFTS

PAGE_SIZE = 24


class Sellers(Page):
    """Approved sellers; the address may choose a craft and words."""

    def variables(self) -> Variables:
        chosen = {"craft": self._craft(), "search": self.query("q") or None}
        return {"filter": {name: value for name, value in chosen.items() if value}, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"craft": self._craft(), "crafts": CRAFTS, "words": self.query("q")}

    def _craft(self) -> str | None:
        craft = self.query("craft").upper()
        return craft if craft in CRAFTS else None
