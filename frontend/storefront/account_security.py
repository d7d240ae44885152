"""Password, second factor, and the devices on which one is signed in."""

from typing import Any

import segno
from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class AccountSecurity(Page):
    """Every form of this page is about who is signed in."""

    needs_sign_in = True
    required = ("me",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"totp": None, "square": None, "recovery_codes": None}

    @action
    def change_password(self) -> HttpResponse:
        """All sign-ins end, this one included: whoever knew the old password is out."""
        self.change(
            "PasswordChange", oldPassword=self.form.secret("oldPassword"), newPassword=self.form.secret("password")
        )
        self.visit.sign_out()
        return self.go("sign-in", message=_("Your password is changed. Sign in with it."))

    @action
    def start_totp(self) -> HttpResponse:
        """The secret is shown once, on this answer only."""
        started = self.change("TotpStart")["totpStart"]
        square = segno.make(started["uri"], error="m").svg_data_uri(scale=4, border=4, light="#fff")
        return self.show(totp=started, square=square)

    @action
    def confirm_totp(self) -> HttpResponse:
        """The recovery codes are shown once, on this answer only."""
        answer = self.change("TotpConfirm", code=self.form.text("code", required=True).replace(" ", ""))
        return self.show(recovery_codes=answer["totpConfirm"]["recoveryCodes"])

    @action
    def disable_totp(self) -> HttpResponse:
        self.change(
            "TotpDisable",
            password=self.form.secret("password"),
            code=self.form.text("code", required=True).replace(" ", ""),
        )
        return self.go(message=_("Signing in needs only your password now."))

    @action
    def end_session(self) -> HttpResponse:
        """One device; it is out at once."""
        self.change("SessionEnd", id=self.form.text("session", required=True))
        return self.go(message=_("That device is signed out."))

    @action
    def end_others(self) -> HttpResponse:
        self.change("SessionsEndOthers")
        return self.go(message=_("All other devices are signed out."))

    @action
    def sign_out_everywhere(self) -> HttpResponse:
        self.change("SignOutEverywhere")
        self.visit.sign_out()
        return self.go("sign-in", message=_("You are signed out on every device."))
