"""Figures of a seller's chain that cannot all be true: to be corrected, or explained."""

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20


class Balance(SellerPage):
    """Those that agree again leave the list by themselves."""

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    @action
    def acknowledge(self) -> HttpResponse:
        alarm = self.form.text("alarm", required=True)
        self.change("Acknowledge", id=alarm, reason=self.form.text("reason", required=True))
        return self.go(message=_("Your reason is noted. Other figures will ask for it again."))
