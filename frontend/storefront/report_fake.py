"""Tell the maker and the marketplace of goods that may be a fake."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.countries import country_codes
from i18n.messages import gettext_noop as _


class ReportFake(Page):
    """For everybody; an address is only kept if the reporter wants to be asked."""

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"typed": self.query("code")[:60], "countries": [{"code": code} for code in country_codes()]}

    @action
    def tell(self) -> HttpResponse:
        photo = self.form.file("photo", required=False)
        self.change(
            "Tell",
            input={
                "code": self.form.text("code", required=True),
                "boughtAt": self.form.text("boughtAt", required=True),
                "country": self.form.text("country") or None,
                "text": self.form.text("text"),
                "contactEmail": self.form.text("contactEmail"),
                "photo": photo,
            },
        )
        return self.go("trace-form", message=_("Thank you. We and the maker look into it."))
