"""Where the link of the warranty's letter leads. A button confirms, so that a mail scanner does not."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action


class ConfirmWarranty(Page):
    """Register the piece with the token of the link."""

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.request.GET.get("token", "")[:2000], "done": None}

    @action
    def confirm(self) -> HttpResponse:
        done = self.change("Confirm", token=self.form.text("token", required=True))
        return self.show(done=done["warrantyConfirm"])
