"""Who works for the exhibitor at the fair, and who is asked to."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

ROLES = ("MANAGER", "STAND")


class Team(ExhibitorDeskPage):
    """Everybody sees it and may leave; managers change it."""

    required = ("exhibitorDesk",)

    def variables(self) -> Variables:
        return {**super().variables(), "manages": self.may_manage}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = data["exhibitorDesk"]
        return {
            **super().context(data),
            "roles": ROLES,
            "members": own["members"],
            "invitations": own.get("invitations") or [],
        }

    @action
    def invite(self) -> HttpResponse:
        email = self.form.text("email", required=True)
        self.change("Invite", exhibitorId=self.exhibitor["id"], email=email, role=self._role())
        return self.go(message=_("The invitation is on its way."))

    @action
    def revoke(self) -> HttpResponse:
        asked = self.form.text("invitation", required=True)
        self.change("Revoke", exhibitorId=self.exhibitor["id"], invitationId=asked)
        return self.go(message=_("The invitation is taken back."))

    @action
    def change_role(self) -> HttpResponse:
        member = self.form.text("member", required=True)
        self.change("ChangeRole", exhibitorId=self.exhibitor["id"], memberId=member, role=self._role())
        return self.go(message=_("The role is changed."))

    @action
    def remove(self) -> HttpResponse:
        self.change("Remove", exhibitorId=self.exhibitor["id"], memberId=self.form.text("member", required=True))
        return self.go(message=_("The person is no longer in the team."))

    @action
    def leave(self) -> HttpResponse:
        self.change("Remove", exhibitorId=self.exhibitor["id"], memberId=self.form.text("member", required=True))
        return self.go("exhibitor-desks", message=_("You have left the team."))

    def _role(self) -> str:
        role = self.form.text("role", required=True)
        if role not in ROLES:
            raise self.refuse("role", _("Choose one of the list."))
        return role
