"""Where an exhibitor's invitation leads: an account first, then a request for a quotation that is written already."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from frontend.proposal import INCOTERMS, UNITS
from frontend.refusals import FieldError, Refused
from i18n.messages import gettext_noop as _

EMPTY_LINES = 2


class FairQuote(Page):
    """``token`` is the link's. Nothing is asked of anybody before the button is pressed."""

    indexed = False

    def variables(self) -> Variables:
        return {**super().variables(), "token": self._token}

    @property
    def _token(self) -> str:
        return self.query("token")[:200]

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        invitation = data["leadInvitation"]
        channel = data["channel"]
        served = [one["code"] for one in channel["countries"]] if channel else []
        home = invitation["countryCode"] if invitation and invitation["countryCode"] in served else None
        exhibits = invitation["exhibits"] if invitation else []
        return {
            "invitation": invitation,
            "here": self.request.get_full_path(),
            "rows": [*map(_row, exhibits), *({"description": "", "variants": []} for _number in range(EMPTY_LINES))],
            "incoterms": INCOTERMS,
            "units": UNITS,
            "countries": channel["countries"] if channel else [],
            "home": home or (channel["defaultCountry"]["code"] if channel else ""),
        }

    def respond(self) -> HttpResponse:
        """The address holds the link: no other site is told it."""
        response = super().respond()
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    @action
    def send(self) -> HttpResponse:
        """The invitation is this account's from now on, and the request goes to the exhibitor's seller alone."""
        invitation = self.load()["leadInvitation"]
        if invitation is None or invitation["seller"] is None:
            raise self.refuse(None, _("This invitation is no longer good."))
        incoterm = self.form.text("incoterm")
        asked = {
            "channel": self.visit.market,
            "sellers": [invitation["seller"]["id"]],
            "lines": self._lines(),
            "text": self.form.text("text"),
            "incoterm": incoterm if incoterm in INCOTERMS else "DAP",
            "namedPlace": self.form.text("namedPlace"),
            "wantedBy": self.form.text("wantedBy")[:10] or None,
            "country": self.form.text("country", required=True),
        }
        self.change("Accept", token=self._token)
        (quote,) = self.change("Create", input=asked)["quoteRequestCreate"]["quoteRequest"]["quotes"]
        return self.go(
            "quote", id=quote["id"], message=_("Your request is sent. You get an e-mail when there is an answer.")
        )

    def _lines(self) -> list[dict[str, Any]]:
        """What has a quantity: goods of the catalogue, or what is described in words."""
        lines = []
        for index in range(100):
            if f"quantity-{index}" not in self.request.POST:
                break
            description, variant = self.form.text(f"description-{index}"), self.form.text(f"variant-{index}")
            quantity = self.form.integer(f"quantity-{index}", required=False)
            if not quantity:
                continue
            unit = self.form.text(f"unit-{index}")
            goods = {"variantId": variant} if variant else {"description": description}
            lines.append({**goods, "quantity": quantity, "unit": unit if unit in UNITS else "PIECE"})
        if not lines:
            raise Refused([FieldError("lines", "REQUIRED", _("Say what you are looking for, and how many."))])
        return lines


def _row(exhibit: dict[str, Any]) -> dict[str, Any]:
    """Goods only where the market shows them; anything else is asked for in words."""
    product = exhibit["product"]
    variants = product["variants"] if product and product["isAvailableForPurchase"] else []
    name = product["localized"]["name"]["text"] if product else ""
    return {"description": exhibit["title"] or name, "variants": variants}
