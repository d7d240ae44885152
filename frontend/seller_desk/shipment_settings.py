"""The numbers of a seller's parcels, and the shipping lines that may push their events here."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class ShipmentSettings(SellerPage):
    """For managers."""

    least_role = "MANAGER"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "secret": "", "opened": None}

    @action
    def prefix(self) -> HttpResponse:
        self.change("Prefix", seller=self.own["id"], prefix=self.form.text("prefix"))
        return self.go(message=_("The next parcels are numbered so."))

    @action
    def subscribe(self) -> HttpResponse:
        """The secret is shown on this one answer and never again."""
        name = self.form.text("carrierName", required=True)
        made = self.change("Subscribe", seller=self.own["id"], carrierName=name)["freightSubscriptionCreate"]
        self.form.drop("carrierName")
        return self.show(secret=made["secret"], opened=made["subscription"])

    @action
    def end(self) -> HttpResponse:
        self.change("End", id=self.form.text("subscription", required=True))
        return self.go(message=_("That address is closed."))
