"""An exhibitor of a fair: who they are, their booth, what they show and where it comes from."""

from typing import Any

from frontend.page import Variables
from frontend.storefront.fair_part import FairPart
from frontend.storefront.seller import web_address
from frontend.structured.breadcrumbs import breadcrumbs_thing
from frontend.structured.fair import exhibitor_thing
from frontend.svg_address import svg_address
from i18n.messages import gettext
from i18n.messages import gettext_noop as _


class Exhibitor(FairPart):
    """One exhibitor of a published fair."""

    required = ("exhibitor", "expo")

    def variables(self) -> Variables:
        return {"id": self.parts["exhibitor"], "slug": self.parts["slug"], "channel": self.visit.market}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        exhibitor, expo = data["exhibitor"], data["expo"]
        shown = [one["product"] for one in exhibitor["exhibits"] if one["product"]]
        traced = [
            {**lot, "name": product["localized"]["name"]["text"], "picture": svg_address(lot["qrSvg"])}
            for product in shown
            for lot in product["newestTracedLots"]
        ]
        return {
            "traced": traced,
            "shown": shown,
            "titles": [one["title"] for one in exhibitor["exhibits"] if not one["product"] and one["title"]],
            "website": web_address(exhibitor.get("websiteUrl")),
            "is_over": self.is_over(expo),
            "card": {**exhibitor, "is_kept": self.is_kept(exhibitor)},
            "structured": self._structured(exhibitor, expo),
        }

    def _structured(self, exhibitor: dict[str, Any], expo: dict[str, Any]) -> list[dict[str, Any]]:
        fair = self.url("fair", slug=expo["slug"])
        address = self.url("exhibitor", slug=expo["slug"], exhibitor=exhibitor["id"])
        steps = [
            (gettext(self.visit.language, _("Fairs")), self.url("fairs")),
            (expo["localized"]["name"]["text"], fair),
            (exhibitor["localized"]["name"]["text"], address),
        ]
        public = {**exhibitor, "websiteUrl": web_address(exhibitor.get("websiteUrl"))}
        return [exhibitor_thing(public, expo, address=address, fair=fair), breadcrumbs_thing(steps)]
