"""Register a piece for its maker's warranty."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _


class TraceWarranty(Page):
    """Only for products whose maker promises something; a letter confirms the address."""

    indexed = False
    required = ("trace",)

    def variables(self) -> Variables:
        return {"code": self.parts["code"][:60]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if not data["trace"]["warrantyMonths"]:
            raise NotFound
        return {}

    @action
    def register(self) -> HttpResponse:
        self.change(
            "Register",
            input={
                "code": self.parts["code"][:60],
                "email": self.form.text("email", required=True),
                "boughtOn": self.form.text("boughtOn", required=True),
                "boughtAt": self.form.text("boughtAt"),
                "consents": self.form.checked("consents", "1", False),
            },
        )
        message = _("We sent you a letter. The warranty is registered with the link in it.")
        return self.go("trace", code=self.parts["code"], message=message)
