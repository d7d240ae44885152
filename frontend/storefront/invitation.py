"""Where the link of an invitation into a team leads. A button accepts, so that a mail scanner does not."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class Invitation(Page):
    """Who asks, for which role, and what to do first: open an account, sign in, or accept."""

    indexed = False

    def variables(self) -> Variables:
        return {"token": self._token}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"token": self._token, "invitation": data["sellerInvitation"]}

    @action
    def accept(self) -> HttpResponse:
        self.change("AcceptInvitation", token=self._token)
        return self.go("seller-home", message=_("Welcome to the team."))

    @property
    def _token(self) -> str:
        return self.query("token")[:300]
