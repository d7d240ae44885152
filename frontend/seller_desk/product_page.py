"""What the pages of one product share: whose it is, its tabs, its choices."""

from typing import Any

from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

TABS = (
    ("seller-products-texts", _("Texts")),
    ("seller-products-attributes", _("Attributes")),
    ("seller-products-variants", _("Variants and stock")),
    ("seller-products-prices", _("Prices and markets")),
    ("seller-products-pictures", _("Pictures")),
    ("seller-products-translations", _("Translations")),
    ("seller-products-publish", _("Approval")),
)
MENDED_AT = {
    "HS_CODE": "seller-products-texts",
    "NAME_LANGUAGE": "seller-products-translations",
    "PICTURE": "seller-products-pictures",
    "PRICE": "seller-products-prices",
    "MANUFACTURER": "seller-profile",
}
"""Where a seller mends what a market asks for."""


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
        """The page where a gap is filled; ``None`` where this person cannot fill it."""
        name = MENDED_AT.get(gap["code"])
        if name == "seller-profile":
            return self.at(name) if self.may("OWNER") else None
        return self.at(name, id=self.parts["id"]) if name else None
