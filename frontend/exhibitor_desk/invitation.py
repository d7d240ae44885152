"""Where the link of an invitation to work for an exhibitor leads. A button accepts, so that a mail scanner does not."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Page, Variables, action
from i18n.messages import gettext_noop as _


class Invitation(Page):
    """Who asks, for which fair and role, and what to do first: open an account, sign in, or accept."""

    indexed = False

    def variables(self) -> Variables:
        return {"token": self._token}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"invitation": data["exhibitorInvitation"]}

    @action
    def accept(self) -> HttpResponse:
        made = self.change("Accept", token=self._token)["exhibitorInvitationAccept"]["exhibitorDesk"]
        here = {"slug": made["expo"]["slug"], "exhibitor": made["exhibitor"]["id"]}
        return self.go("exhibitor-today", **here, message=_("Welcome to the team."))

    @property
    def _token(self) -> str:
        return self.query("token")[:300]
