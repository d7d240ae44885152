"""Many products at once: hand in a spreadsheet, and the files of before."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.upload import preview


class Imports(SellerPage):
    """Handing in changes nothing yet: the next page shows what was understood."""

    least_role = "MANAGER"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "source": self.source_language}

    @action
    def upload(self) -> HttpResponse:
        return self.go("seller-imports-import", seller=self.own["slug"], id=preview(self))
