"""The chain of a lot: where it came from and went, as a picture, on a map and as a table; and whether figures agree."""

from typing import Any

from django.http import HttpResponse

from frontend.maps.chain import chain_picture
from frontend.maps.places import places_map
from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class LotChain(SellerPage):
    """What partners keep to themselves stands there as a stage that is not shown."""

    required = ("lot", "lotTrace", "lotBalance")

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lot"]["variant"]["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        trace = data["lotTrace"]
        shown = [node for node in trace["nodes"] if node["kind"] != "HIDDEN"]
        return {
            **super().context(data),
            "picture": chain_picture(trace["nodes"], trace["edges"]),
            "places": places_map(trace["nodes"], trace["edges"]),
            "rows": sorted(shown, key=lambda node: node["layer"]),
            "hidden": len(trace["nodes"]) - len(shown),
        }

    @action
    def set_yield(self) -> HttpResponse:
        answer = {
            "kind": self.form.text("kind", required=True),
            "most": self.form.decimal("most", required=False),
            "materialPerPiece": self.form.decimal("materialPerPiece", required=False),
            "materialUnit": self.form.optional("materialUnit"),
            "basis": self.form.text("basis"),
        }
        self.change("YieldSet", variant=self.form.text("variant", required=True), input=answer)
        return self.go(message=_("What you say of this product is saved. It counts from now on."))
