"""Sign out on this device."""

from django.http import HttpResponse

from frontend.page import Page, action
from frontend.session import leave
from i18n.messages import gettext_noop as _


class SignOut(Page):
    """A button for those who come by address; the menu posts here directly."""

    indexed = False

    @action
    def leave(self) -> HttpResponse:
        leave(self.visit)
        for name in [name for name in self.visit.cookies if name.startswith("basket_")]:
            self.visit.forget(name)
        return self.go("home", message=_("You are signed out."))
