"""One place of a seller's chain, or a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.seller_desk.origin import origins
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

KINDS = ("WORKSHOP", "PLOT", "WAREHOUSE", "SHOP", "PORT", "OTHER")
SCHEMES = ("INTERNAL", "GS1", "NATIONAL")
TEXTS = ("kind", "name", "address", "country", "scheme", "value", "boundary")


class TracePlace(SellerPage):
    """Events that are there keep what they named; an archived place is offered for no further step."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        known = self.parts.get("id")
        return {"seller": self.own["id"], "id": known or "", "known": bool(known)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        place = data.get("tracePlace")
        if self.parts.get("id") and not place:
            raise NotFound
        return {
            **super().context(data),
            "place": place,
            "kinds": KINDS,
            "schemes": SCHEMES,
            "countries": origins(self.visit.language, place["country"] if place else ""),
            "partners": [(edge["node"]["id"], edge["node"]["name"]) for edge in data["traceParties"]["edges"]],
        }

    @action
    def save(self) -> HttpResponse:
        fields: dict[str, Any] = {name: self.form.text(name) for name in TEXTS}
        fields |= {name: self.form.decimal(name, required=False) for name in ("latitude", "longitude", "areaHa")}
        fields |= {"party": self.form.optional("party"), "isPublic": self.form.checked("isPublic", "1")}
        known = self.parts.get("id")
        if known:
            self.change("PlaceUpdate", id=known, input=fields)
        else:
            self.change("PlaceCreate", seller=self.own["id"], input=fields)
        return self.go("seller-places", seller=self.own["slug"], message=_("The place is saved."))

    @action
    def archive(self) -> HttpResponse:
        self.change("PlaceArchive", id=self.parts.get("id", ""))
        return self.go("seller-places", seller=self.own["slug"], message=_("The place is no longer offered for steps."))
