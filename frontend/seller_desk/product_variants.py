"""The articles of a product and what lies in each warehouse."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _

STOCK = "stock-"


class ProductVariants(ProductPage):
    """A table: one row for each article, one column for each warehouse."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        rows = [stocked(variant) for variant in data["product"]["variants"]]
        places = [place for place in data["warehouses"] if not place["isClosed"]]
        return {**super().context(data), "rows": rows, "warehouses": places}

    @action
    def save_stock(self) -> HttpResponse:
        """Only counts that changed are sent, an article at a time; what is right is kept."""
        data = self.load()
        errors: list[FieldError] = []
        for variant in data["product"]["variants"]:
            errors += self._count(stocked(variant), data["warehouses"])
        if errors:
            raise Refused(errors)
        return self.go(message=_("The stock is saved."))

    @action
    def add_warehouse(self) -> HttpResponse:
        answer = {"seller": self.own["id"], "name": self.form.text("warehouse", required=True)}
        try:
            self.change("WarehouseCreate", input=answer)
        except Refused as refused:
            raise Refused([FieldError("warehouse", error.code, error.message) for error in refused.errors]) from refused
        return self.go(message=_("The warehouse is added."))

    def _count(self, variant: dict[str, Any], warehouses: list[dict[str, Any]]) -> list[FieldError]:
        errors = []
        for warehouse in warehouses:
            name = f"{STOCK}{variant['id']}-{warehouse['id']}"
            try:
                counted = self.form.integer(name, required=False)
                if counted is not None and counted != variant["stock"].get(warehouse["id"]):
                    stocks = [{"warehouse": warehouse["id"], "quantity": counted}]
                    self.change("StocksUpdate", variant=variant["id"], stocks=stocks)
            except Refused as refused:
                errors += [FieldError(name, error.code, error.message) for error in refused.errors]
        return errors


def stocked(variant: dict[str, Any]) -> dict[str, Any]:
    """The article with its pieces by warehouse, and how many of all orders hold."""
    stocks = variant["stocks"] or []
    return {
        **variant,
        "stock": {stock["warehouse"]["id"]: stock["quantity"] for stock in stocks},
        "held": sum(stock["quantityAllocated"] for stock in stocks),
    }
