"""Record an authority's request about a product or about everything of a seller."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

VIETNAM = timezone(timedelta(hours=7))


class NewTakedown(StaffPage):
    """``?product=`` or ``?seller=`` says what it is about; without either, the address of a product is asked for."""

    permissions = ("takedowns.manage",)

    def variables(self) -> Variables:
        product, seller = self.query("product"), self.query("seller")
        return {
            "product": product or None,
            "seller": seller or None,
            "forProduct": bool(product),
            "forSeller": bool(seller) and not product,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "about_product": data.get("product"),
            "about_seller": data.get("seller"),
            "now": datetime.now(UTC).astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M"),
        }

    @action
    def create(self) -> HttpResponse:
        answer = {
            **self._about(),
            **{
                name: self.form.text(name, required=True) for name in ("authority", "reference", "reason", "legalBasis")
            },
            "receivedAt": self._received(),
        }
        made = self.change("Create", input=answer)["takedownCreate"]["takedown"]
        return self.go("operator-takedowns-takedown", id=made["id"], message=_("It is hidden in every market."))

    def _about(self) -> dict[str, Any]:
        if self.query("product"):
            return {"product": self.query("product")}
        if self.query("seller"):
            return {"seller": self.query("seller")}
        slug = self.form.text("slug", required=True).rstrip("/").rpartition("/")[2]
        found = self.ask("Find", slug=slug)["product"]
        if found is None:
            raise self.refuse("slug", _("There is no product with this address."))
        return {"product": found["id"]}

    def _received(self) -> str:
        try:
            moment = datetime.fromisoformat(self.form.text("receivedAt", required=True))
        except ValueError as error:
            raise self.refuse("receivedAt", _("Write a day and a time, for example 2026-11-21 14:30.")) from error
        return (moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)).isoformat()
