"""What one variant of a product is like: its colour, its size."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound, Refused
from frontend.seller_desk.attribute_form import attribute_answers, attribute_fields, placed
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class VariantAttributes(ProductPage):
    """The attributes that tell this variant from the others."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        variant = self._variant(data["product"])
        fields = attribute_fields(data["product"]["fillableVariantAttributes"], variant["attributes"])
        return {**super().context(data), "variant": variant, "fields": fields}

    @action
    def save(self) -> HttpResponse:
        product = self.ask("VariantAttributes", id=self.parts["id"])["product"]
        if product is None or product["fillableVariantAttributes"] is None:
            raise NotFound
        variant = self._variant(product)
        fields = attribute_fields(product["fillableVariantAttributes"], variant["attributes"])
        try:
            self.change("Answer", id=variant["id"], input={"attributes": attribute_answers(self.form, fields)})
        except Refused as refused:
            raise placed(refused, fields) from refused
        return self.go(
            "seller-products-attributes",
            seller=self.own["slug"],
            id=self.parts["id"],
            message=_("The attributes are saved."),
        )

    def _variant(self, product: dict[str, Any]) -> dict[str, Any]:
        for variant in product["variants"]:
            if variant["id"] == self.parts["variant"]:
                return dict(variant)
        raise NotFound
