"""Where sellers' codes lead to: links that deceive are served no more."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class Links(StaffPage):
    """The newest first, or those with the words of ``q``."""

    permissions = ("takedowns.manage",)

    def variables(self) -> Variables:
        return {"search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "rows": [edge["node"] for edge in data["digitalLinkTargets"]["edges"]],
            "words": self.query("q"),
            "chosen": self.form.text("link"),
        }

    @action
    def take_down(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        self.change("TakeDown", id=self.form.text("link", required=True), reason=reason)
        return self.go(message=_("The link is served no more, and its seller reads why."))

    @action
    def restore(self) -> HttpResponse:
        self.change("Restore", id=self.form.text("link", required=True))
        return self.go(message=_("The link is served again."))
