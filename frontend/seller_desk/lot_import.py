"""Hand in a sheet of lots and their steps."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage


class LotImport(SellerPage):
    """Looked through on its own page before anything is written; a workbook for each trade to begin with."""

    least_role = "MANAGER"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "templates": data["traceTemplates"]}

    @action
    def hand_in(self) -> HttpResponse:
        found = self.change(
            "LotImportPreview",
            seller=self.own["id"],
            file=self.form.file("file"),
            sourceLanguage=api_language(self.source_language),
        )
        return self.go(
            "seller-lot-import-file", seller=self.own["slug"], id=found["lotImportPreview"]["lotImport"]["id"]
        )
