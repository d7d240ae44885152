"""A seller's own tariffs: what it has agreed with carriers, from spreadsheets."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
MOST_SHOWN = 50


class Tariffs(SellerPage):
    """A file is tried first; only one without a wrong row is kept."""

    least_role = "MANAGER"

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    @action
    def preview(self) -> HttpResponse:
        """Say what the file has, with its text in the page, ready to be kept."""
        file = self.form.file("file", required=False)
        text = self.form.text("text")
        if file is not None and not text:
            text = self._read(file)
        if not text:
            raise self.refuse("text", _("Choose a file, or paste the table."), "REQUIRED")
        told = self.change("TariffImport", seller=self.own["id"], text=text, preview=True)["rateTableImport"]
        return self.show(tried={**told, "problems": told["problems"][:MOST_SHOWN], "text": text})

    @action
    def keep(self) -> HttpResponse:
        text = self.form.text("text", required=True)
        told = self.change("TariffImport", seller=self.own["id"], text=text, preview=False)["rateTableImport"]
        if told["problems"]:
            return self.show(tried={**told, "problems": told["problems"][:MOST_SHOWN], "text": text})
        return self.go(message=_("The tariffs are kept. Buyers are quoted by them from their first day."))

    @action
    def remove(self) -> HttpResponse:
        self.change("TariffDelete", id=self.form.text("table", required=True))
        return self.go(message=_("The tariff is deleted."))

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "tables": data["rateTables"], "tried": None}

    def _read(self, file: Any) -> str:
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise self.refuse("file", _("This file is no text. Save it as CSV (UTF-8) and choose it again.")) from None
