"""Hand in a file of counts."""

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage


class StockImport(SellerPage):
    """Looked through on its own page before anything changes."""

    least_role = "MANAGER"

    @action
    def hand_in(self) -> HttpResponse:
        found = self.change("StockImportPreview", seller=self.own["id"], file=self.form.file("file"))
        return self.go(
            "seller-stock-import-file", seller=self.own["slug"], id=found["stockImportPreview"]["stockImport"]["id"]
        )
