"""One article of a product: its number, weights, packed size, how it is ordered."""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from frontend.filters import grams, millimetres, plain_number
from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

COUNTS = ("moq", "orderMultiple", "leadTimeDays", "unitsPerCarton")
SIDES = ("lengthMm", "widthMm", "heightMm")
CARTON_SIDES = ("cartonLengthMm", "cartonWidthMm", "cartonHeightMm")
WEIGHTS = {"netWeightG": "netWeight", "grossWeightG": "grossWeight", "cartonGrossWeightG": "cartonWeight"}
"""Fields of the form, and what they are called in the answer."""


class ProductVariant(ProductPage):
    """An article that is there, or a new one. Weights are typed in kilograms, sizes in centimetres."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        wanted = self.parts.get("variant")
        variant = next((one for one in data["product"]["variants"] if one["id"] == wanted), None)
        if wanted and variant is None:
            raise NotFound
        return {**super().context(data), "variant": variant, "measures": measures(variant)}

    @action
    def save(self) -> HttpResponse:
        answer = {"sku": self.form.text("sku", required=True), **self._facts()}
        if variant := self.parts.get("variant"):
            self.change("VariantUpdate", id=variant, input=answer)
        else:
            self.change("VariantCreate", input={"product": self.parts["id"], **answer})
        return self._back(_("The variant is saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("VariantDelete", id=self.parts.get("variant", ""))
        return self._back(_("The variant is deleted. Orders keep what was ordered."))

    def _facts(self) -> dict[str, Any]:
        """What the form brings; a fact whose field it did not have stays as it was, an emptied field empties it."""
        facts: dict[str, Any] = {name: self.form.text(name) for name in self._brought("name", "gtin")}
        facts |= {name: self._scaled(name, 1000) for name in self._brought(*WEIGHTS)}
        facts |= {name: self._scaled(name, 10) for name in self._brought(*SIDES, *CARTON_SIDES)}
        counts = {name: self.form.integer(name, required=False) for name in self._brought(*COUNTS)}
        return facts | {name: 1 if name in COUNTS[:2] and count is None else count for name, count in counts.items()}

    def _brought(self, *names: str) -> list[str]:
        return [name for name in names if self.form.values is not None and name in self.form.values]

    def _scaled(self, name: str, factor: int) -> int | None:
        """Kilograms as grams, centimetres as millimetres; finer than that nobody measures."""
        value = self.form.decimal(name, required=False)
        if value is None:
            return None
        if abs(value) > 1_000_000:
            raise self.refuse(name, _("This number is too large."))
        return int((value * factor).to_integral_value())

    def _back(self, message: str) -> HttpResponse:
        return self.go("seller-products-variants", seller=self.own["slug"], id=self.parts["id"], message=message)


def measures(variant: dict[str, Any] | None) -> dict[str, str]:
    """Weight and sides as the form shows them; ``""`` for what is not known."""
    known = variant or {}
    weights = {name: known.get(read) for name, read in WEIGHTS.items()}
    return {
        **{name: _shown(Decimal(grams(weight)) / 1000) if weight else "" for name, weight in weights.items()},
        **dict(zip(SIDES, _sides(known.get("packedSize")), strict=True)),
        **dict(zip(CARTON_SIDES, _sides(known.get("cartonSize")), strict=True)),
    }


def _sides(size: dict[str, Any] | None) -> list[str]:
    return [_shown(Decimal(side) / 10) for side in millimetres(size)] if size else ["", "", ""]


def _shown(value: Any) -> str:
    return value if value == "" else str(plain_number(value))
