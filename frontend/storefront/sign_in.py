"""Sign in, with the second factor for those who have set it up; then on to where one was going."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.addresses import safe_next
from frontend.page import Page, action
from frontend.refusals import NotAllowed, NotFound, NotSignedIn, Refused

TOTP_CODES = {"TOTP_REQUIRED", "SECOND_FACTOR_REQUIRED", "INVALID_TOTP", "TOTP_INVALID"}


class SignIn(Page):
    """E-mail and password; the code is asked for only when the account needs one."""

    indexed = False

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        needs_code = any(error.code in TOTP_CODES or error.field == "totp" for error in self.form.errors)
        return {"next": safe_next(self.query("next") or None, ""), "needs_code": needs_code}

    @action
    def enter(self) -> HttpResponse:
        """Take the tokens into cookies, and the basket of this market along."""
        answer = self.change(
            "SignIn",
            email=self.form.text("email", required=True),
            password=self.form.secret("password"),
            totp=self.form.text("totp").replace(" ", "") or None,
        )["tokenCreate"]
        self.visit.sign_in(answer["token"], answer["refreshToken"])
        self._take_basket_along()
        return HttpResponseRedirect(safe_next(self.form.text("next"), self.url("home")))

    def _take_basket_along(self) -> None:
        basket = self.visit.basket()
        if basket is None:
            self._find_basket_again()
            return
        try:
            self.change("AttachBasket", id=basket)
        except (Refused, NotAllowed, NotFound, NotSignedIn):
            # It was completed, has expired or is another account's: it is not this visitor's basket any more.
            self.visit.forget_basket()
            self._find_basket_again()

    def _find_basket_again(self) -> None:
        """What the account had put together before, in another browser or before the cookies were lost."""
        me = self.ask("KeptBasket", channel=self.visit.market).get("me")
        if me and me["checkoutIds"]:
            self.visit.keep_basket(me["checkoutIds"][0])
