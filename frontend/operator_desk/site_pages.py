"""The marketplace's own texts: regulations, policies, help."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class SitePages(StaffPage):
    """All of them, published or not."""

    permissions = ("content.manage",)

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    @action
    def create(self) -> HttpResponse:
        made = self.change("PageCreate", input={"title": self.form.text("title", required=True)})
        return self.go("operator-pages-page", id=made["pageCreate"]["page"]["id"], message=_("The page is created."))
