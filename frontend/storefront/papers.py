"""What belongs on the papers of an order: the billing address, tax numbers, and a message if it is a gift."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.form import Form
from frontend.page import Page, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

NUMBER = "tax-"


class Papers(Page):
    """One form each, all optional, on the way from the basket to the order."""

    indexed = False

    def load(self) -> dict[str, Any]:
        basket = self.visit.basket()
        return self.ask("Papers", id=basket) if basket else {"checkout": None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if not data["checkout"]:
            return {}
        billing = data["checkout"]["billingAddress"]
        country = self._country(data["checkout"])
        same = billing and billing["country"]["code"] == country
        numbers = {each["kind"]: each["number"] for each in data["checkout"]["taxIds"]}
        return {
            "country": country,
            "countries": countries(self.visit.language),
            "rules": self._rules(country, billing["countryArea"] if same else None),
            "known": billing if same else None,
            "numbers": numbers,
        }

    def _country(self, checkout: dict[str, Any]) -> str:
        wanted = (self.form.text("country") or self.query("country")).upper()
        known = {code for code, _name in countries(self.visit.language)}
        address = checkout["billingAddress"] or checkout["shippingAddress"]
        return wanted if wanted in known else address["country"]["code"] if address else "NL"

    def _rules(self, country: str, area: str | None) -> dict[str, Any]:
        chosen = self.form.text("countryArea")[:100] or area
        rules: dict[str, Any] | None = self.ask("AddressRules", countryCode=country, countryArea=chosen)[
            "addressValidationRules"
        ]
        if rules is None:
            raise NotFound
        return rules

    @action
    def choose_country(self) -> HttpResponse:
        """The same form with the fields of the country or province that was chosen; what was typed stays."""
        self.form = Form("invoice_to", self.request.POST)
        return self.show()

    @action
    def invoice_to(self) -> HttpResponse:
        """Invoice there instead of where the goods go."""
        self.change("PapersBilling", id=self._basket(), address=self.form.address())
        return self.go(message=_("The billing address is kept."))

    @action
    def invoice_to_delivery(self) -> HttpResponse:
        self.change("PapersBilling", id=self._basket(), address=None)
        return self.go(message=_("The papers go to the delivery address."))

    @action
    def numbers(self) -> HttpResponse:
        """All tax numbers of the form; an empty one is none."""
        names = [name for name in self.request.POST if name.startswith(NUMBER)]
        typed = [(name.removeprefix(NUMBER), self.form.text(name)) for name in names[:4]]
        given = [{"kind": kind, "number": number} for kind, number in typed if number]
        self.change("PapersTaxIds", id=self._basket(), taxIds=given)
        return self.go(message=_("The tax numbers are kept."))

    @action
    def gift(self) -> HttpResponse:
        is_gift = self.form.checked("isGift", "1")
        self.change("PapersGift", id=self._basket(), isGift=is_gift, message=self.form.text("message"))
        return self.go(message=_("It is noted on the order."))

    def _basket(self) -> str:
        basket = self.visit.basket()
        if basket is None:
            raise self.refuse(None, _("This basket is no longer there. Begin a new one."))
        return basket
