"""A seller's warehouses: their names, and whether they are used."""

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class Warehouses(SellerPage):
    """Each is renamed, closed and opened where it stands."""

    least_role = "MANAGER"

    @action
    def add(self) -> HttpResponse:
        given = {"seller": self.own["id"], "name": self.form.text("name", required=True)}
        self.change("WarehouseCreate", input=given)
        return self.go(message=_("The warehouse is there."))

    @action
    def rename(self) -> HttpResponse:
        place = self.form.text("warehouse", required=True)
        try:
            self.change("WarehouseUpdate", id=place, input={"name": self.form.text(f"name-{place}")})
        except Refused as refused:
            raise Refused([FieldError(f"name-{place}", e.code, e.message) for e in refused.errors]) from refused
        return self.go(message=_("Saved."))

    @action
    def close(self) -> HttpResponse:
        self.change("WarehouseClose", id=self.form.text("warehouse", required=True))
        return self.go(message=_("The warehouse is closed. What came and went there stays written down."))

    @action
    def reopen(self) -> HttpResponse:
        self.change("WarehouseReopen", id=self.form.text("warehouse", required=True))
        return self.go(message=_("The warehouse is open again."))
