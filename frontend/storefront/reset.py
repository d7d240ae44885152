"""Ask for a link to choose a new password."""

from django.http import HttpResponse

from frontend.addresses import absolute
from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class Reset(Page):
    """One field; the answer tells nobody whether an account exists."""

    indexed = False

    @action
    def send(self) -> HttpResponse:
        self.change(
            "RequestReset",
            email=self.form.text("email", required=True),
            redirectUrl=absolute(self.url("set-password")),
        )
        return self.go("sign-in", message=_("If this address has an account, an e-mail with a link is on its way."))
