"""What a product is like, asked by its type and its category; and of each of its variants."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound, Refused
from frontend.seller_desk.attribute_form import attribute_answers, attribute_fields, placed
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class ProductAttributes(ProductPage):
    """The product's own attributes; with links to those of its variants."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        return {
            **super().context(data),
            "fields": attribute_fields(product["fillableAttributes"], product["attributes"]),
            "variants": product["variants"] if product["fillableVariantAttributes"] else [],
        }

    @action
    def save(self) -> HttpResponse:
        product = self.ask("ProductAttributes", id=self.parts["id"])["product"]
        if product is None or product["fillableAttributes"] is None:
            raise NotFound
        fields = attribute_fields(product["fillableAttributes"], product["attributes"])
        try:
            self.change("Answer", id=self.parts["id"], input={"attributes": attribute_answers(self.form, fields)})
        except Refused as refused:
            raise placed(refused, fields) from refused
        return self.go(message=_("The attributes are saved."))
