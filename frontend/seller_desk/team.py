"""Who works for the seller, and in which role."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.seller_page import ROLES, SellerPage
from i18n.messages import gettext_noop as _


class Team(SellerPage):
    """Everybody sees it and may leave; owners change it."""

    required = ("seller",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "roles": tuple(reversed(ROLES)), "members": data["seller"]["members"]}

    @action
    def add(self) -> HttpResponse:
        """Also for another role: who is a member already gets the new one."""
        role = self.form.text("role", required=True)
        if role not in ROLES:
            raise self.refuse("role", _("Choose one of the list."))
        self.change("MemberAdd", id=self.own["id"], email=self.form.text("email", required=True), role=role)
        return self.go(message=_("The team is changed."))

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
