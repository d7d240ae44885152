"""One person's account: its state, its roles, and looking at the pages with the person's eyes."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

ROLES = ("OPERATOR", "EXPO", "AUTHORITY", "DOOR")


class Person(StaffPage):
    """Whatever shuts somebody out or gives rights asks for a second yes."""

    permissions = ("users.manage",)
    required = ("user",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "roles": ROLES,
            "is_self": data["me"]["id"] == data["user"]["id"],
            "may": set(data["me"]["permissions"]),
        }

    @action
    def block(self) -> HttpResponse:
        self._sure()
        self.change("Block", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The account is blocked, and the person is written to."))

    @action
    def unblock(self) -> HttpResponse:
        self.change("Unblock", id=self.parts["id"])
        return self.go(message=_("The account is open again."))

    @action
    def give_roles(self) -> HttpResponse:
        self._sure()
        ticked = self.form.values.getlist("role") if self.form.values is not None else []
        self.change("Roles", id=self.parts["id"], roles=[role for role in ROLES if role in ticked])
        return self.go(message=_("The roles are set."))

    @action
    def look(self) -> HttpResponse:
        reason = self.form.text("reason", required=True)
        answer = self.change("Look", user=self.parts["id"], reason=reason)["impersonationStart"]
        self.visit.look_as(answer["token"])
        return self.go("home", message=_("You see the pages as this person sees them."))

    def _sure(self) -> None:
        if not self.form.text("sure"):
            raise self.refuse("sure", _("Please confirm that you mean it."), code="REQUIRED")
