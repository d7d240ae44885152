"""Collections: hand-picked products under one title."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class Collections(StaffPage):
    """All of them, by name, with the markets that show them."""

    permissions = ("catalog.manage",)

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    @action
    def create(self) -> HttpResponse:
        answer = {"name": self.form.text("name", required=True)}
        made = self.change("CollectionCreate", input=answer)["collectionCreate"]["collection"]
        return self.go("operator-collections-collection", id=made["id"], message=_("The collection is created."))
