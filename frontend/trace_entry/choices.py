"""What the telephone page has to choose from, as JSON that the telephone keeps."""

from pathlib import Path
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from frontend import api
from frontend.documents import operations
from frontend.page import Page
from frontend.seller_desk import seller_page

MOST_SELLERS = 5


class TraceEntryChoices(Page):
    """The visitor's sellers with their latest lots, the stages of their trades, and a token to send entries with."""

    indexed = False
    is_file = True

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        if not self.visit.is_signed_in:
            return JsonResponse({"state": "SIGN_IN"}, status=401)
        stages = [stage for trade in self.load()["traceTemplates"] for stage in trade["stages"]]
        return JsonResponse(
            {
                "csrf": get_token(self.request),
                "sellers": [self._seller(seller) for seller in self._desk()["mySellers"][:MOST_SELLERS]],
                "stages": {stage["key"]: stage for stage in stages},
            }
        )

    def _desk(self) -> dict[str, Any]:
        return api.ask(self.visit, operations(Path(seller_page.__file__).with_name("desk.graphql"))["Desk"], {})

    def _seller(self, seller: dict[str, Any]) -> dict[str, Any]:
        lots = self.ask("LotsOfSeller", seller=seller["id"])["lots"]["edges"]
        return {"id": seller["id"], "name": seller["name"], "lots": [_lot(edge["node"]) for edge in lots]}


def _lot(lot: dict[str, Any]) -> dict[str, Any]:
    stages = lot["checklist"] or []
    return {
        "id": lot["id"],
        "number": lot["number"],
        "place": lot["place"],
        "product": lot["variant"]["product"]["name"],
        "sku": lot["variant"]["sku"],
        "gtin": lot["variant"]["gtin"] or "",
        "stages": [one["stage"]["key"] for one in stages],
        "done": [one["stage"]["key"] for one in stages if one["step"]],
        "next": next((one["stage"]["key"] for one in stages if one["isNext"]), ""),
    }
