"""An exhibitor of a fair: who they are, their booth, and what they show; with products that can be ordered here."""

from typing import Any

from frontend.page import Page, Variables
from frontend.storefront.seller import web_address


class Exhibitor(Page):
    """One exhibitor of a published fair."""

    required = ("exhibitor", "expo")

    def variables(self) -> Variables:
        return {"id": self.parts["exhibitor"], "slug": self.parts["slug"], "channel": self.visit.market}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"website": web_address(data["exhibitor"].get("websiteUrl"))}
