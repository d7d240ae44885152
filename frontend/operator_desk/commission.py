"""What the marketplace keeps of sales: the rules, a new one, and ending one."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.categories import category_choices
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
CHOSEN = ("seller", "category", "channel")
AMOUNTS = ("percent", "taxPercent", "minimum", "cap")
DAYS = ("effectiveFrom", "effectiveTo")


class Commission(StaffPage):
    """A rule that was used is never changed: it is ended, and another begins."""

    permissions = ("payouts.manage",)

    def variables(self) -> Variables:
        return self.page_wanted(PAGE_SIZE)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "rules": [edge["node"] for edge in data["commissionRules"]["edges"]],
            "seller_choices": [(edge["node"]["id"], edge["node"]["name"]) for edge in data["sellers"]["edges"]],
            "channel_choices": [(one["id"], one["name"]) for one in data["channels"]],
            "category_choices": category_choices(self.ask) or [],
        }

    @action
    def create(self) -> HttpResponse:
        given: dict[str, Any] = {name: self.form.optional(name) for name in (*CHOSEN, *DAYS)}
        given |= {name: self._decimal(name) for name in AMOUNTS}
        given |= {"currency": (self.form.optional("currency") or "").upper() or None, "note": self.form.text("note")}
        given["taxPercent"] = given["taxPercent"] or "0"
        self.change("RuleCreate", input=given)
        return self.go(message=_("The rule counts from its first day on."))

    @action
    def end(self) -> HttpResponse:
        rule = self.form.text("rule", required=True)
        self.change("RuleEnd", id=rule, on=self.form.optional(f"on-{rule}"))
        return self.go(message=_("The rule is ended. Lines that were charged by it keep what they were charged."))

    def _decimal(self, name: str) -> str | None:
        found = self.form.decimal(name, required=name == "percent")
        return None if found is None else str(found)
