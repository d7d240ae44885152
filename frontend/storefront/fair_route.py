"""My way: the exhibitors that somebody wants to visit, in an order in which one walks little, to be printed."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.storefront.fair_part import FairPart
from frontend.storefront.kept_exhibitors import forget, kept
from i18n.messages import gettext_noop as _


class FairRoute(FairPart):
    """Of the visitor's cookie and, once signed in, of the account."""

    indexed = False

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"], "ids": kept(self.visit, self.parts["slug"])}

    def load(self) -> dict[str, Any]:
        try:
            return super().load()
        except NotFound:  # there is no such fair, or the cookie names what is no exhibitor
            forget(self.visit, self.parts["slug"])
            return super().load()

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        stops = data["expo"]["route"]
        numbers = {stop["booth"]["id"]: stop["number"] for stop in stops if stop["booth"]}
        return {
            "stops": stops,
            "numbers": numbers,
            "halls": [hall for hall in data["expo"]["halls"] if any(each["id"] in numbers for each in hall["booths"])],
            "is_over": self.is_over(data["expo"]),
        }

    @action
    def clear(self) -> HttpResponse:
        for stop in self.load()["expo"]["route"]:
            if self.visit.is_signed_in:
                self.change("Drop", id=stop["exhibitor"]["id"])
        forget(self.visit, self.parts["slug"])
        return self.go(message=_("Your route is empty now."))
