"""What the pages of one product share: whose it is, its tabs, its choices."""

from typing import Any

from frontend.refusals import NotFound
from frontend.seller_desk.mending import OF_THE_SELLER, PLACES
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

TABS = (
    ("seller-products-texts", _("Texts")),
    ("seller-products-attributes", _("Attributes")),
    ("seller-products-variants", _("Variants and stock")),
    ("seller-products-prices", _("Prices and markets")),
    ("seller-products-pictures", _("Pictures")),
    ("seller-products-code", _("Tariff code")),
    ("seller-products-trade", _("Trade")),
    ("seller-products-materials", _("Origin")),
    ("seller-products-safety", _("Safety")),
    ("seller-products-related", _("Related products")),
    ("seller-products-translations", _("Translations")),
    ("seller-products-publish", _("Approval")),
)


class ProductPage(SellerPage):
    """A page of one product, for the managers of its seller."""

    least_role = "MANAGER"
    required = ("product",)

    def load(self) -> dict[str, Any]:
        data = super().load()
        if data["product"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return data

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        links = [(label, self.at(name, id=self.parts["id"]), name) for name, label in TABS]
        return {**super().context(data), "product_tabs": links}

    def mend(self, gap: dict[str, Any]) -> str | None:
        """The place where a gap is filled; ``None`` where this person cannot fill it."""
        name, anchor = PLACES.get(gap["field"], (None, ""))
        if name is None or (name == "seller-profile" and not self.may("OWNER")):
            return None
        address = self.at(name) if name in OF_THE_SELLER else self.at(name, id=self.parts["id"])
        return f"{address}#{anchor}" if anchor else address
