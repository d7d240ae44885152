"""Product types: what kinds of goods there are."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
KINDS = {"NORMAL": _("Kept in stock"), "MADE_TO_ORDER": _("Made to order")}


class ProductTypes(StaffPage):
    """A page of fifty, by name."""

    permissions = ("catalog.manage",)

    def variables(self) -> Variables:
        words = self.query("q")
        return {"filter": {"search": words} if words else None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"words": self.query("q"), "kinds": KINDS}

    @action
    def create(self) -> HttpResponse:
        answer = {"name": self.form.text("name", required=True), "kind": self.form.optional("kind")}
        made = self.change("TypeCreate", input=answer)["productTypeCreate"]["productType"]
        return self.go("operator-product-types-type", id=made["id"], message=_("The product type is created."))
