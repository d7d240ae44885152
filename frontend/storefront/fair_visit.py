"""A visitor's own page for a fair: confirm, the badge, the details, what was agreed to, and leaving.

The mailed link opens it for whoever holds it (``token``); who is signed in comes by the fair (``fair``).
"""

from typing import Any

from django.http import HttpResponse

from frontend.filters import bcp47
from frontend.page import Page, Variables, action
from frontend.storefront.fair_visit_form import read_visitor, visitor_choices
from frontend.svg_address import svg_address
from i18n.messages import gettext_noop as _


class FairVisit(Page):
    """A button confirms, so that a mail scanner does not. Without a registration it says where to get one."""

    indexed = False

    def variables(self) -> Variables:
        return {**self._who(), "channel": self.visit.market}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        visitor = data["visitor"]
        if visitor is None:
            self.status = 404
            return {}
        in_force = {one["purpose"] for one in visitor["consents"] if one["withdrawnAt"] is None}
        roots = [edge["node"] for edge in data["categories"]["edges"]]
        return {
            "choices": visitor_choices(self.visit.language, roots, zone=visitor["timezone"]),
            "token": self.query("token"),
            "in_force": in_force,
            "chosen": [category["id"] for category in visitor["interests"]],
            "their_language": bcp47(visitor["language"]["code"]),
            "square": svg_address(visitor["badge"]["qrSvg"]) if visitor["badge"] else "",
        }

    def respond(self) -> HttpResponse:
        """The address holds the link: no page that is opened from here is told it."""
        response = super().respond()
        # Not "no-referrer": browsers then send forms with the origin "null", which the protection of forms refuses.
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "private, no-store"
        return response

    @action
    def confirm(self) -> HttpResponse:
        self.change("Confirm", token=self.query("token"))
        return self.go(message=_("You are registered. Your badge is ready."))

    @action
    def save(self) -> HttpResponse:
        self.change("Save", **self._who(), input=read_visitor(self.form))
        return self.go(message=_("Saved."))

    @action
    def new_badge(self) -> HttpResponse:
        self.change("NewBadge", badge=self.form.text("badge", required=True), token=self.query("token") or None)
        return self.go(message=_("This is your new badge. The old one opens no door any more."))

    @action
    def take_back(self) -> HttpResponse:
        """From one exhibitor, or from all that hold it."""
        self.change("TakeBack", **self._who(), holder=self.form.optional("holder"))
        return self.go(message=_("Your contact is taken back."))

    @action
    def give(self) -> HttpResponse:
        self.change("Give", **self._who(), holder=self.form.text("holder", required=True))
        return self.go(message=_("The exhibitor has your contact."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("Withdraw", **self._who())
        return self.go("fairs", message=_("You have withdrawn. What said who you are is deleted."))

    def _who(self) -> dict[str, Any]:
        return {"token": self.query("token") or None, "expo": self.query("fair") or None}
