"""What trade across a border asks of a product: species, samples, rules and dangers."""

import re
from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

RESTRICTIONS = (
    "TIMBER", "CITES", "PLANT", "ANIMAL", "FOOD", "FOOD_CONTACT", "COSMETICS", "MEDICAL", "CHEMICAL", "ELECTRICAL",
    "BATTERY", "TOY", "TEXTILE", "PROTECTIVE", "ALCOHOL", "TOBACCO", "DUAL_USE", "WEAPON", "CULTURAL",
)  # fmt: skip
CURRENCIES = ("USD", "EUR", "VND", "JPY", "KRW", "CNY")
FLAGS = ("sampleAvailable", "customizable", "privateLabel", "isHazardous")


class ProductTrade(ProductPage):
    """Changing any of it leaves the approval alone."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        price = data["product"]["samplePrice"]
        known = CURRENCIES if not price or price["currency"] in CURRENCIES else (*CURRENCIES, price["currency"])
        return {**super().context(data), "restrictions": RESTRICTIONS, "currencies": known}

    @action
    def save(self) -> HttpResponse:
        self.change("ProductUpdate", id=self.parts["id"], input=self._facts())
        return self.go(message=_("The facts are saved."))

    def _facts(self) -> dict[str, Any]:
        price = self.form.decimal("samplePrice", required=False)
        chosen = [code for code in self.form.all("restrictions") if code in RESTRICTIONS]
        species = [name.strip() for name in re.split(r"[,;\n]", self.form.text("species"))]
        return {
            **{name: bool(self.form.text(name)) for name in FLAGS},
            "species": [name for name in species if name],
            "samplePrice": price,
            "samplePriceCurrency": self.form.text("samplePriceCurrency") if price is not None else "",
            "unNumber": self.form.text("unNumber"),
            "restrictions": chosen,
        }
