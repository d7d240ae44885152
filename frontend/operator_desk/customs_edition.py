"""A file of customs rules: what is wrong with it, what it would take the place of, and applying it."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class CustomsEdition(StaffPage):
    """Rows that are wrong stand first."""

    permissions = ("customs.manage",)
    required = ("customsEdition",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"edition": data["customsEdition"]}

    @action
    def apply(self) -> HttpResponse:
        self.change("Apply", id=self.parts["id"], onlyGoodRows=self.form.text("mode") == "GOOD_ROWS")
        return self.go(message=_("The rules count from now on."))

    @action
    def discard(self) -> HttpResponse:
        self.change("Discard", id=self.parts["id"])
        return self.go("operator-customs", message=_("The file is put away."))
