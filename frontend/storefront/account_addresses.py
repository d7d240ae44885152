"""One's addresses: added, changed, removed, and which is suggested first."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.form import Form
from frontend.page import Page, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

FORM = "save"


class AccountAddresses(Page):
    """``?edit=`` opens the form with that address in it; else it is empty."""

    needs_sign_in = True
    required = ("me",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        edited = self._edited(data["me"]["addresses"])
        country = self._country(edited, data["channel"])
        area = self.form.text("countryArea")[:100] or (edited["countryArea"] if edited else None)
        same = edited is not None and edited["country"]["code"] == country
        return {
            "edited": edited,
            "country": country,
            "countries": countries(self.visit.language),
            "rules": self._rules(country, area or None),
            "known": edited if same else None,
        }

    def _edited(self, addresses: list[dict[str, Any]]) -> dict[str, Any] | None:
        wanted = self.form.text("id") if self.form.action == FORM else self.query("edit")
        return next((address for address in addresses if address["id"] == wanted), None)

    def _country(self, edited: dict[str, Any] | None, channel: dict[str, Any] | None) -> str:
        known = {code for code, _name in countries(self.visit.language)}
        wanted = (self.form.text("country") or self.query("country")).upper()
        if wanted in known:
            return wanted
        return edited["country"]["code"] if edited else channel["defaultCountry"]["code"] if channel else "NL"

    def _rules(self, country: str, area: str | None) -> dict[str, Any]:
        answer = self.ask("AddressRules", countryCode=country, countryArea=area)
        rules: dict[str, Any] | None = answer["addressValidationRules"]
        if rules is None:
            raise NotFound
        return rules

    @action
    def choose_country(self) -> HttpResponse:
        """The same form with the fields of the country or province that was chosen; what was typed stays."""
        self.form = Form(FORM, self.request.POST)
        return self.show()

    @action
    def save(self) -> HttpResponse:
        """A new address, or another wording of one that is there."""
        known, address = self.form.text("id"), self.form.address()
        if known:
            self.change("AddressUpdate", id=known, input=address)
        else:
            self.change("AddressCreate", input=address)
        return self.go("account-addresses", message=_("The address is saved."))

    @action
    def remove_address(self) -> HttpResponse:
        """Orders keep the address they were placed with."""
        self.change("AddressDelete", id=self.form.text("id", required=True))
        return self.go("account-addresses", message=_("The address is removed from your list."))

    @action
    def prefer_address(self) -> HttpResponse:
        self.change("AddressDefault", id=self.form.text("id", required=True), type="SHIPPING")
        return self.go("account-addresses", message=_("We will suggest this address first."))

    @action
    def invoice_address(self) -> HttpResponse:
        self.change("AddressDefault", id=self.form.text("id", required=True), type="BILLING")
        return self.go("account-addresses", message=_("Invoices will suggest this address first."))
