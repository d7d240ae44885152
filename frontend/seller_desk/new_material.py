"""Noting a batch of material: harvested, received, or made of others."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.page import action
from frontend.seller_desk.moments import local_now, read_moment
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.step_more import INPUT_ROWS, PAPER_ROWS, UNITS, choices, padded, read_more
from i18n.messages import gettext_noop as _

KINDS = ("HARVESTING", "RECEIVING", "TRANSFORMING")


class NewMaterial(SellerPage):
    """Whoever works for the seller may note one."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            **choices(data),
            "kinds": KINDS,
            "moment": local_now(),
            "input_rows": padded([], ("", "", ""), INPUT_ROWS),
            "paper_rows": padded([], ("", ""), PAPER_ROWS),
        }

    @action
    def create(self) -> HttpResponse:
        kind, unit = self.form.text("kind", required=True), self.form.text("uom")
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        if unit not in ("", *UNITS):
            raise self.refuse("uom", _("Choose one of the list."))
        name, data = self.form.text("name", required=True), self.load()
        step = {
            "kind": kind,
            "occurredAt": read_moment(self, "occurredAt"),
            "place": self._where(data),
            "title": name,
            "sourceLanguage": api_language(self.source_language),
            **read_more(self, data),
        }
        answer = {
            "name": name,
            "number": self.form.text("number", required=True),
            "quantity": self.form.decimal("quantity"),
            "uom": unit,
            "uri": self.form.text("uri"),
            "step": step,
        }
        self.change("MaterialCreate", seller=self.own["id"], input=answer)
        message = _("The material is noted. Name it in the step of the lot that it goes into.")
        return self.go("seller-materials", seller=self.own["slug"], message=message)

    def _where(self, data: dict[str, Any]) -> str:
        """The place in words, or the name of the one that was chosen."""
        chosen = dict(choices(data)["places"]).get(self.form.text("placeId"))
        return self.form.text("place") or chosen or self.form.text("place", required=True)
