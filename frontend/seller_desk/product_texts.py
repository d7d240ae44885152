"""What a product is: name, description, material, category, HS code, origin."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import bcp47
from frontend.page import action
from frontend.seller_desk.categories import category_choices
from frontend.seller_desk.origin import origins
from frontend.seller_desk.plain import editable
from frontend.seller_desk.product_fields import product_input
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class ProductTexts(ProductPage):
    """In the language the product is written in."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        return {
            **super().context(data),
            "categories": category_choices(self.ask),
            "origins": origins(self.visit.language, product["originCountry"]["code"]),
            "source": bcp47(product["sourceLanguage"]["code"]),
            "description": editable(product["description"]),
        }

    @action
    def save(self) -> HttpResponse:
        """Changed words of an approved product go back into review; the API sees to it."""
        answer = product_input(self.form, language=self.source_language)
        self.change("ProductUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The product is saved."))
