"""What a seller's goods are called: the company's prefix, how lots and pieces are numbered, codes of state systems."""

from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20
KINDS = ("LOT", "SERIAL")
SCHEMES = ("NATIONAL", "INTERNAL")


class Identifiers(SellerPage):
    """Everybody of the seller reads; managers write."""

    def variables(self) -> Variables:
        return {**super().variables(), **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        products = [edge["node"] for edge in data["products"]["edges"]]
        variants = [{**variant, "product": product} for product in products for variant in product["variants"]]
        return {**super().context(data), "variants": variants}

    @action
    def claim(self) -> HttpResponse:
        evidence = self.form.text("evidence")
        self.change("Claim", seller=self.own["id"], prefix=self.form.text("prefix"), evidence=evidence)
        return self.go(message=_("The prefix is saved. It is looked at before your GTINs count as verified."))

    @action
    def series(self) -> HttpResponse:
        given = {
            "kind": self._one_of("kind", KINDS),
            "pattern": self.form.text("pattern", required=True),
            "variant": self.form.optional("variant"),
        }
        self.change("Series", seller=self.own["id"], **given)
        return self.go(message=_("The next ones are numbered so."))

    @action
    def end_series(self) -> HttpResponse:
        given = {"kind": self._one_of("kind", KINDS), "variant": self.form.optional("variant")}
        self.change("Series", seller=self.own["id"], pattern="", **given)
        return self.go(message=_("These are numbered by hand again."))

    @action
    def identify(self) -> HttpResponse:
        self._identify(self.form.text("value", required=True))
        return self.go(message=_("The code is saved."))

    @action
    def forget(self) -> HttpResponse:
        self._identify("")
        return self.go(message=_("The code is taken away."))

    def _identify(self, value: str) -> None:
        given = {
            "variant": self.form.text("variant", required=True),
            "scheme": self._one_of("scheme", SCHEMES),
            "authority": self.form.text("authority"),
        }
        self.change("Identifier", value=value, **given)

    def _one_of(self, name: str, known: tuple[str, ...]) -> str:
        chosen = self.form.text(name, required=True)
        if chosen not in known:
            raise self.refuse(name, _("Choose one of the list."))
        return chosen
