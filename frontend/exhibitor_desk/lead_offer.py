"""An offer to a visitor who was met: the form in which sellers answer requests, begun with what was noted."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables, action
from frontend.proposal import INCOTERMS, TIERS, UNITS, read_proposal
from frontend.refusals import NotFound
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import today_here

VALID_FOR = timedelta(days=30)
MOST_GOODS = 100
EMPTY_LINES = 2


class LeadOffer(ExhibitorDeskPage):
    """For managers of the seller that the exhibitor is; there is nothing here without the visitor's contact."""

    required = ("lead", "leadTrade")

    def variables(self) -> Variables:
        seller = self.exhibitor["seller"]
        if seller is None:
            raise NotFound
        return {**super().variables(), "id": self.parts["id"], "seller": seller["id"], "first": MOST_GOODS}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lead"]["exhibitor"]["id"] != self.exhibitor["id"] or not data["leadTrade"]["mayOffer"]:
            raise NotFound
        market = self._market(data)
        return {
            **super().context(data),
            "sold_in": market,
            "rows": _rows(data["lead"]),
            "goods": [("", gettext(self.visit.language, _("Described in words"))), *_goods(data)],
            "incoterms": INCOTERMS,
            "units": UNITS,
            "tiers": range(TIERS),
            "last_day": (today_here() + VALID_FOR).isoformat(),
            "quote": {
                "latestVersion": None,
                "request": {"currency": market["currencyCode"], "incoterm": "FOB", "namedPlace": ""},
            },
            "places": market["countries"],
            "home": data["lead"]["country"]["code"],
        }

    def _market(self, data: dict[str, Any]) -> dict[str, Any]:
        """The one in the address, else the one that delivers to the visitor's country."""
        chosen = next((one for one in data["channels"] or [] if one["slug"] == self.query("market")), None)
        found = chosen or data["leadTrade"]["channel"]
        if found is None:
            raise NotFound
        return dict(found)

    @action
    def offer(self) -> HttpResponse:
        data = self.load()
        market = self._market(data)
        wanted = {
            "channel": market["slug"],
            "country": self.form.text("country", required=True),
            "text": self.form.text("text"),
            "offer": read_proposal(self, market["currencyCode"]),
        }
        made = self.change("Offer", lead=self.parts["id"], input=wanted)["leadQuoteOffer"]["quote"]
        return self.go(
            "exhibitor-leads-lead",
            message=_("Quote %(number)s is sent. The visitor gets an e-mail."),
            message_params={"number": made["number"]},
            **{name: self.parts[name] for name in ("slug", "exhibitor", "id")},
        )


def _rows(lead: dict[str, Any]) -> list[dict[str, Any]]:
    """A line for each thing of interest, and empty ones."""
    named = [_row(exhibit["title"] or _name(exhibit), _variant(exhibit)) for exhibit in lead["exhibits"]]
    return [*named, *(_row("", "") for _number in range(EMPTY_LINES))]


def _row(description: str, variant: str) -> dict[str, Any]:
    typed = {"description": description, "variant": variant, "quantity": "", "price": "", "requestLine": ""}
    return {**typed, "unit": "PIECE", "tiers": [], "target": None, "added": True}


def _name(exhibit: dict[str, Any]) -> str:
    return str(exhibit["product"]["name"]) if exhibit["product"] else ""


def _variant(exhibit: dict[str, Any]) -> str:
    variants = exhibit["product"]["variants"] if exhibit["product"] else []
    return str(variants[0]["id"]) if variants else ""


def _goods(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (variant["id"], f"{edge['node']['name']} · {variant['name'] or variant['sku']}")
        for edge in data["products"]["edges"]
        for variant in edge["node"]["variants"]
    ]
