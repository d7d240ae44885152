"""Who works for the seller, in which role, and who is asked to."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import ROLES, SellerPage
from i18n.messages import gettext_noop as _


class Team(SellerPage):
    """Everybody sees it and may leave; owners change it."""

    required = ("seller",)

    def variables(self) -> Variables:
        return {**super().variables(), "isOwner": self.may("OWNER")}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        team = data["seller"]
        invitations = team.get("invitations") or []
        return {
            **super().context(data),
            "roles": tuple(reversed(ROLES)),
            "members": team["members"],
            "invitations": invitations,
        }

    @action
    def invite(self) -> HttpResponse:
        email = self.form.text("email", required=True)
        self.change("MemberInvite", id=self.own["id"], email=email, role=self._role())
        return self.go(message=_("The invitation is on its way."))

    @action
    def revoke(self) -> HttpResponse:
        self.change("InvitationRevoke", id=self.form.text("invitation", required=True))
        return self.go(message=_("The invitation is taken back."))

    @action
    def change_role(self) -> HttpResponse:
        self.change("MemberUpdate", id=self.form.text("member", required=True), role=self._role())
        return self.go(message=_("The role is changed."))

    @action
    def remove(self) -> HttpResponse:
        self.change("MemberRemove", id=self.form.text("member", required=True))
        return self.go(message=_("The person is no longer in the team."))

    @action
    def leave(self) -> HttpResponse:
        team = self.load()
        mine = next(each for each in team["seller"]["members"] if each["user"]["email"] == team["me"]["email"])
        self.change("MemberRemove", id=mine["id"])
        return self.go("seller-home", message=_("You have left the team."))

    def _role(self) -> str:
        role = self.form.text("role", required=True)
        if role not in ROLES:
            raise self.refuse("role", _("Choose one of the list."))
        return role
