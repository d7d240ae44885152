"""One quote: what is asked for, the versions so far, and the form in which the seller offers."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from frontend.bare_key import api_id
from frontend.filters import api_language
from frontend.page import Variables, action
from frontend.proposal import INCOTERMS, TIERS, UNITS, proposal_rows, read_proposal
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from frontend.version_table import version_table
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import today_here

VALID_FOR = timedelta(days=14)
MOST_GOODS = 100


class Quote(SellerPage):
    """For those who run the shop; nothing of another seller's quote is here."""

    least_role = "MANAGER"
    required = ("quote",)

    @property
    def quote_id(self) -> str:
        return api_id("Quote", self.parts["id"])

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.quote_id, "first": MOST_GOODS}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        quote = data["quote"]
        if quote["seller"]["id"] != self.own["id"]:
            raise NotFound
        last_day = today_here() + VALID_FOR
        return {
            **super().context(data),
            "table": version_table(quote),
            "rows": proposal_rows(quote),
            "goods": [("", gettext(self.visit.language, _("Described in words"))), *_goods(data)],
            "incoterms": INCOTERMS,
            "units": UNITS,
            "tiers": range(TIERS),
            "last_day": last_day.isoformat(),
        }

    @action
    def offer(self) -> HttpResponse:
        currency = self.load()["quote"]["request"]["currency"]
        self.change("Offer", id=self.quote_id, input=read_proposal(self, currency))
        return self.go(message=_("The offer is sent. The buyer gets an e-mail."))

    @action
    def accept(self) -> HttpResponse:
        """The buyer's counter-offer, as it stands."""
        self.change("Accept", id=self.quote_id, input={"version": self.form.integer("version")})
        return self.go(message=_("It is an order now. The buyer is asked to pay as agreed."))

    @action
    def decline(self) -> HttpResponse:
        self.change("Decline", id=self.quote_id, reason=self.form.text("reason"))
        return self.go(message=_("The buyer is told."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("Withdraw", id=self.quote_id, reason=self.form.text("reason"))
        return self.go(message=_("The buyer is told."))

    @action
    def write(self) -> HttpResponse:
        said = {
            "quoteId": self.quote_id,
            "text": self.form.text("text", required=True),
            "files": self.form.all_files("files"),
            "languageCode": api_language(self.visit.language),
        }
        made = self.change("Start", input=said)["conversationStart"]["conversation"]
        return self.go("seller-messages-conversation", seller=self.own["slug"], id=made["id"])


def _goods(data: dict[str, Any]) -> list[tuple[str, str]]:
    """Every version of the seller's products, to be offered in place of what was asked for."""
    return [
        (variant["id"], f"{edge['node']['name']} · {variant['name'] or variant['sku']}")
        for edge in data["products"]["edges"]
        for variant in edge["node"]["variants"]
    ]
