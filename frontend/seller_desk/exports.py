"""A seller's products as a spreadsheet: ask for one, fetch it when it is written."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.products import STATES
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

TYPES = ("XLSX", "CSV")
HEADERS = ("vi", "en")


class Exports(SellerPage):
    """The page looks again by itself while a file is being written."""

    least_role = "MANAGER"

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        pending = any(one["status"] == "PENDING" for one in data["exportFiles"])
        return {
            **super().context(data),
            "is_working": pending,
            "states": STATES,
            "headers": "vi" if self.visit.language == "vi" else "en",
        }

    @action
    def ask_for(self) -> HttpResponse:
        file_type, headers = self.form.text("type", required=True), self.form.text("headers", required=True)
        state = self.form.text("approval")
        for name, value, known in (("type", file_type, TYPES), ("headers", headers, HEADERS)):
            if value not in known:
                raise self.refuse(name, _("Choose one of the list."))
        wanted: dict[str, Any] = {"scope": "ALL"}
        if state in STATES:
            wanted = {"scope": "FILTER", "filter": {"approval": state}}
        given = {"seller": self.own["id"], "fileType": file_type, "headers": headers.upper(), **wanted}
        self.change("Export", input=given)
        return self.go(message=_("Your file is being written. It appears below."))
