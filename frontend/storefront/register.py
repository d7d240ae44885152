"""Open an account; the address is confirmed by e-mail."""

from django.http import HttpResponse

from frontend.addresses import absolute
from frontend.filters import api_language
from frontend.page import Page, action
from i18n.messages import gettext_noop as _


class Register(Page):
    """Name, e-mail, password."""

    indexed = False

    @action
    def open(self) -> HttpResponse:
        """The answer is the same whether or not the e-mail address has an account already."""
        self.change(
            "Register",
            input={
                "email": self.form.text("email", required=True),
                "password": self.form.secret("password"),
                "firstName": self.form.text("firstName"),
                "lastName": self.form.text("lastName"),
                "languageCode": api_language(self.visit.language),
                "redirectUrl": absolute(self.url("confirm")),
            },
        )
        return self.go("sign-in", message=_("We have sent you an e-mail. Open the link in it to confirm your address."))
