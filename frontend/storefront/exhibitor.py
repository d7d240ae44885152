"""An exhibitor of a fair: who they are, their booth, what they show and where it comes from."""

from typing import Any

from frontend.page import Page, Variables
from frontend.storefront.seller import web_address
from frontend.svg_address import svg_address


class Exhibitor(Page):
    """One exhibitor of a published fair."""

    required = ("exhibitor", "expo")

    def variables(self) -> Variables:
        return {"id": self.parts["exhibitor"], "slug": self.parts["slug"], "channel": self.visit.market}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shown = [one["product"] for one in data["exhibitor"]["exhibits"] if one["product"]]
        traced = [
            {**lot, "name": product["localized"]["name"]["text"], "picture": svg_address(lot["qrSvg"])}
            for product in shown
            for lot in product["newestTracedLots"]
        ]
        return {"traced": traced, "website": web_address(data["exhibitor"].get("websiteUrl"))}
