"""Many products at once: what would change is shown first, then done, and can be undone for some minutes."""

from typing import Any

from django.http import HttpResponse

from frontend import api
from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

KINDS = ("PUBLISH", "UNPUBLISH", "PRICE_PERCENT", "CATEGORY", "LEAD_TIME", "DELETE")
MOST = 100
WRONG_WISHES = ("INVALID", "REQUIRED", "NOT_FOUND")
INPUTS = {"channel": "at", "category": "into", "products": "ids"}
"""The API's fields by another name in the form."""


class ProductsAtOnce(SellerPage):
    """The form of the chosen rows: first a look, which changes nothing, then the change that was looked at."""

    def chosen(self) -> list[str]:
        ids = self.form.all("ids")[:MOST]
        if not ids:
            raise self.refuse("ids", _("Tick at least one product in the table."))
        return ids

    @action
    def look(self) -> HttpResponse:
        """Say what would change; the fingerprint goes with the button that does it."""
        wanted = self._wanted()
        look = self._look(wanted)
        asked = {name: self.form.text(name) for name in ("at", "percent", "into", "days")}
        return self.show(look={**look, "kind": wanted["kind"], "ids": wanted["products"], "asked": asked})

    @action
    def make(self) -> HttpResponse:
        made = self.change(
            "Make", seller=self.own["id"], input=self._wanted(), fingerprint=self.form.text("fingerprint")
        )
        count = made["productBulkChangeMake"]["change"]["products"]
        return self.go(
            message=_("Products changed: %(count)s. You can undo it below."), message_params={"count": count}
        )

    @action
    def undo(self) -> HttpResponse:
        undone = self.change("Undo", id=self.form.text("change", required=True))
        count = undone["productBulkChangeUndo"]["change"]["products"]
        return self.go(message=_("Undone; products as they were: %(count)s."), message_params={"count": count})

    def _look(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """The preview; what is wrong with the wish stands beside its field, as after a mutation."""
        answer = api.send(self.visit, self.operations()["Look"], {"seller": self.own["id"], "input": wanted})
        wrong = [error for error in answer.errors or () if api.code_of(error) in WRONG_WISHES]
        if wrong:
            raise Refused([_beside(error) for error in wrong])
        return dict(self.ask("Look", seller=self.own["id"], input=wanted)["productBulkChangePreview"])

    def _wanted(self) -> dict[str, Any]:
        kind = self.form.text("kind")
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose what to do with them."))
        wanted: dict[str, Any] = {"products": self.chosen(), "kind": kind}
        if kind in ("PUBLISH", "UNPUBLISH", "PRICE_PERCENT"):
            wanted["channel"] = self._market(kind)
        if kind == "PRICE_PERCENT":
            wanted["percent"] = self.form.decimal("percent")
        if kind == "CATEGORY":
            wanted["category"] = self.form.optional("into")
        if kind == "LEAD_TIME":
            wanted["days"] = self.form.integer("days", required=False)
        return wanted

    def _market(self, kind: str) -> str | None:
        """Prices may change in all markets; a product is published in one."""
        slug = self.form.text("at")
        known = [channel["slug"] for channel in self.ask("Markets", seller=self.own["id"])["channels"]]
        if slug not in known and (slug or kind != "PRICE_PERCENT"):
            raise self.refuse("at", _("Choose one of the list."))
        return slug or None


def _beside(error: Any) -> FieldError:
    said = error if isinstance(error, dict) else error.formatted
    field = str(said["extensions"].get("field") or "")
    return FieldError(INPUTS.get(field, field), str(said["extensions"]["code"]), str(said["message"]))
