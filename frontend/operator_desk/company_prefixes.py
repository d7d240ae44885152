"""Company prefixes of GS1 that sellers name: those to be looked at first, and those that are verified."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50


class CompanyPrefixes(StaffPage):
    """The address chooses: ``?verified=1`` shows the verified ones."""

    permissions = ("sellers.manage",)

    @property
    def are_verified(self) -> bool:
        return self.query("verified") == "1"

    def variables(self) -> Variables:
        return {"isVerified": self.are_verified, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"are_verified": self.are_verified}

    @action
    def verify(self) -> HttpResponse:
        self.change("Verify", id=self.form.text("prefix", required=True))
        return self.go(message=_("The prefix is verified."))

    @action
    def refuse_prefix(self) -> HttpResponse:
        given = {"id": self.form.text("prefix", required=True), "reason": self.form.text("reason", required=True)}
        self.change("Refuse", **given)
        return self.go(message=_("The prefix is refused; the seller reads why."))
