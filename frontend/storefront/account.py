"""One's own account: name and language, password, second factor, one's data, and leaving."""

from typing import Any

import segno
from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import Page, action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


class Account(Page):
    """Every form of this page is about who is signed in."""

    needs_sign_in = True
    required = ("me",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"my_language": bcp47(data["me"]["languageCode"]), "totp": None, "square": None, "recovery_codes": None}

    @action
    def save_profile(self) -> HttpResponse:
        chosen = self.form.text("languageCode")
        self.change(
            "AccountUpdate",
            input={
                "firstName": self.form.text("firstName"),
                "lastName": self.form.text("lastName"),
                "languageCode": api_language(chosen if chosen in LANGUAGES else self.visit.language),
            },
        )
        return self.go(message=_("Your details are saved."))

    @action
    def remove_address(self) -> HttpResponse:
        """Orders keep the address they were placed with."""
        self.change("AddressDelete", id=self.form.text("id", required=True))
        return self.go(message=_("The address is removed from your list."))

    @action
    def prefer_address(self) -> HttpResponse:
        self.change("AddressDefault", id=self.form.text("id", required=True))
        return self.go(message=_("We will suggest this address first."))

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
    def export(self) -> HttpResponse:
        """Everything the marketplace knows about the person, as a file."""
        payload = self.change("DataExport")["accountDataExport"]
        return HttpResponse(
            payload["json"],
            content_type="application/json; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="my-data.json"'},
        )

    @action
    def sign_out_everywhere(self) -> HttpResponse:
        self.change("SignOutEverywhere")
        self.visit.sign_out()
        return self.go("sign-in", message=_("You are signed out on every device."))

    @action
    def erase(self) -> HttpResponse:
        self.change("Erase", password=self.form.secret("password"))
        self.visit.sign_out()
        return self.go("home", message=_("Your account and your personal data are erased."))
