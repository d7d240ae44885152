"""A sheet of lots: what it would make, and doing it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

SHOWN = 100


class LotImportFile(SellerPage):
    """Rows that are wrong stand first."""

    least_role = "MANAGER"
    required = ("lotImport",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        found = data["lotImport"]
        if found["seller"]["id"] != self.own["id"]:
            raise NotFound
        return {**super().context(data), "imported": found, "shown": found["rows"][:SHOWN]}

    @action
    def apply(self) -> HttpResponse:
        mode = self.form.text("mode", required=True)
        if mode not in {"GOOD_ROWS", "ALL_OR_NOTHING"}:
            raise self.refuse("mode", _("Choose one of the list."))
        self.change("LotImportApply", id=self.parts["id"], mode=mode)
        return self.go(message=_("The lots and steps are written."))
