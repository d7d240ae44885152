"""Where the link of the confirmation e-mail leads. A button confirms, so that a mail scanner does not."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class Confirm(Page):
    """Confirm an e-mail address with the token of the link."""

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.request.GET.get("token", "")[:2000]}

    @action
    def confirm(self) -> HttpResponse:
        self.change("ConfirmEmail", token=self.form.text("token", required=True))
        name = "account" if self.visit.is_signed_in else "sign-in"
        return self.go(name, message=_("Your e-mail address is confirmed."))
