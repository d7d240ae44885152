"""One's data: a copy of all of it, its erasure, and what one agreed to."""

from django.http import HttpResponse

from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class AccountData(Page):
    """All are rights, and none needs anybody's help."""

    needs_sign_in = True
    required = ("me",)

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
    def erase(self) -> HttpResponse:
        self.change("Erase", password=self.form.secret("password"))
        self.visit.sign_out()
        return self.go("home", message=_("Your account and your personal data are erased."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("Withdraw", id=self.form.text("consent", required=True))
        return self.go(message=_("Your consent is withdrawn, and what was kept because of it is erased."))
