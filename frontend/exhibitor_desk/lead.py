"""One lead: who it was, what was noted, what came of it, and what can be made of it."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _
from i18n.today import today_here


class Lead(ExhibitorDeskPage):
    """For everybody at the stand; offering is for managers of the seller."""

    required = ("lead", "leadTrade")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["lead"]["exhibitor"]["id"] != self.exhibitor["id"]:
            raise NotFound
        chosen = {exhibit["id"] for exhibit in data["lead"]["exhibits"]}
        return {**super().context(data), "today": today_here().isoformat(), "chosen": chosen}

    @action
    def save(self) -> HttpResponse:
        """Everything of the form; an empty rating or day is taken away."""
        noted = {
            "note": self.form.text("note"),
            "rating": self.form.integer("rating", required=False),
            "followUpOn": self._day("followUpOn"),
            "exhibits": self.form.all("exhibits"),
        }
        self.change("Update", id=self.parts["id"], input=noted)
        return self.go(message=_("The lead is saved."))

    @action
    def done(self) -> HttpResponse:
        self.change("Update", id=self.parts["id"], input={"followedUp": True})
        return self.go(message=_("Followed up."))

    @action
    def remove(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("exhibitor-leads", message=_("The lead is deleted."), **self._desk_parts())

    @action
    def invite(self) -> HttpResponse:
        self.change("Invite", lead=self.parts["id"], message=self.form.text("message"))
        return self.go(message=_("The invitation is sent to the visitor's address."))

    def _desk_parts(self) -> dict[str, Any]:
        return {"slug": self.parts["slug"], "exhibitor": self.parts["exhibitor"]}

    def _day(self, name: str) -> str | None:
        text = self.form.text(name)
        try:
            return date.fromisoformat(text).isoformat() if text else None
        except ValueError as error:
            raise self.refuse(name, _("Write a day, for example 2026-11-21.")) from error
