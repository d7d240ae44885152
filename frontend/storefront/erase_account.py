"""Where the mailed link of an erasure leads: one last question, then the account is gone."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class EraseAccount(Page):
    """``?token=`` is in the letter; without it nothing can be erased here."""

    indexed = False
    needs_sign_in = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.query("token")}

    @action
    def erase(self) -> HttpResponse:
        self.change("EraseAccount", token=self.form.text("token", required=True))
        return self.go("sign-out", message=_("Your account is erased."))
