"""A new product: its texts and its first article number; the rest follows on its own pages."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import Refused
from frontend.seller_desk.categories import category_choices
from frontend.seller_desk.origin import origins
from frontend.seller_desk.product_fields import product_input
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class NewProduct(SellerPage):
    """A form; what it creates is a draft that only the team sees."""

    least_role = "MANAGER"

    def load(self) -> dict[str, Any]:
        self._require_role()
        return {}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "categories": category_choices(self.ask),
            "origins": origins(self.visit.language, "VN"),
            "source": self.source_language,
            "product": None,
        }

    @action
    def create(self) -> HttpResponse:
        has_category = self.form.values is not None and "category" in self.form.values
        sku = self.form.text("sku")
        answer = {"seller": self.own["id"], **product_input(self.form, language=self.source_language)}
        product = self.change("ProductCreate", input=answer)["productCreate"]["product"]
        try:
            if sku:
                self.change("VariantCreate", input={"product": product["id"], "sku": sku})
        except Refused:
            return self.go(
                "seller-products-variants",
                seller=self.own["slug"],
                id=product["id"],
                message=_("The draft is saved, but not its SKU: another article of yours has it, or it is too long."),
            )
        if not has_category:
            words = _("The draft is saved. Next: its category.")
            return self.go("seller-products-category", seller=self.own["slug"], id=product["id"], message=words)
        return self.go(
            "seller-products-variants",
            seller=self.own["slug"],
            id=product["id"],
            message=_("The draft is saved. Next: weights, sizes and stock."),
        )
