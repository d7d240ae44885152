"""Where the link of the reset e-mail leads: a new password."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class SetPassword(Page):
    """A new password for the token of the link; all other sign-ins end."""

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self.request.GET.get("token", "")[:2000]}

    @action
    def choose(self) -> HttpResponse:
        self.change("SetPassword", token=self.form.text("token", required=True), password=self.form.secret("password"))
        self.visit.sign_out()
        return self.go("sign-in", message=_("Your password is changed. Sign in with it."))
