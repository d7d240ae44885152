"""Sales, goods and countries of one currency in the API."""

from typing import Any

from catalog.graphql.access import visible_products
from catalog.graphql.types.product import Product
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.money import Money
from marketplace.graphql import Date, Field, Int, List, NonNull, ObjectType, Rule, String, batch
from orders.figures.buyers import CountrySales as CountryRow
from orders.figures.figures import CurrencyFigures as CurrencyRow
from orders.figures.products import ProductSales
from orders.graphql.payout_access import OF_SELLER

THROUGH_FIGURES = Rule("reaching it through figures one may see", lambda _context, _parents: True)


class FigurePoint(ObjectType):
    """One step of a series; the first and the last are as long as the period lets them."""

    class Meta:
        access = THROUGH_FIGURES

    start = Field(Date, required=True)
    end = Field(Date, required=True, description="The last day of it.")
    orders = Field(Int, required=True)
    sales = Field(Money, required=True)


class ProductFigures(ObjectType):
    """What one product brought in."""

    class Meta:
        access = THROUGH_FIGURES

    product = Field(Product, description="As it is today; null when it is no longer shown, or made for one buyer.")
    name = Field(String, required=True, description="As its seller wrote it.")
    units = Field(Int, required=True)
    sales = Field(Money, required=True, description="Of the goods alone, with tax, after vouchers.")

    @staticmethod
    @batch
    def resolve_product(rows: list[ProductSales], info: Any) -> list[Any]:
        found = visible_products(info).in_bulk([row.product_id for row in rows if row.product_id is not None])
        return [found.get(row.product_id or 0) for row in rows]


class CountryFigures(ObjectType):
    """What went to one country."""

    class Meta:
        access = THROUGH_FIGURES

    country = Field(CountryDisplay, description="Null where the address need not be kept any more.")
    orders = Field(Int, required=True)
    sales = Field(Money, required=True)

    @staticmethod
    def resolve_country(row: CountryRow, info: Any) -> str | None:
        return row.country or None


class CurrencyFigures(ObjectType):
    """Everything in one currency. Two currencies are never added."""

    class Meta:
        access = OF_SELLER

    currency = Field(String, required=True, description="ISO 4217.")
    orders = Field(Int, required=True, description="Confirmed and not called off.")
    sales = Field(Money, required=True, description="What their buyers pay: goods, delivery and tax, after vouchers.")
    average_order = Field(Money, description="Null where nothing was sold.")
    units = Field(Int, required=True, description="Pieces.")
    refunds = Field(Money, required=True, description="Given back to buyers in the period, whenever they had ordered.")
    commission = Field(Money, required=True, description="Taken in the period; below zero: more was given back.")
    commission_tax = Field(Money, required=True)
    tax_withheld = Field(Money, required=True, description="Kept back for the state.")
    payouts = Field(Money, description="Sent to the seller's bank; null where one market was asked for.")
    series = Field(List(NonNull(FigurePoint)), required=True, size=60)
    products = Field(List(NonNull(ProductFigures)), required=True, size=10, description="The best ten.")
    countries = Field(List(NonNull(CountryFigures)), required=True, size=30, description="The best thirty.")

    @staticmethod
    def resolve_orders(row: CurrencyRow, info: Any) -> int:
        return row.sales.orders

    @staticmethod
    def resolve_sales(row: CurrencyRow, info: Any) -> Any:
        return row.sales.total

    @staticmethod
    def resolve_average_order(row: CurrencyRow, info: Any) -> Any:
        return row.sales.average

    @staticmethod
    def resolve_series(row: CurrencyRow, info: Any) -> Any:
        return row.sales.points

    @staticmethod
    def resolve_refunds(row: CurrencyRow, info: Any) -> Any:
        return row.takings.of("refunds")

    @staticmethod
    def resolve_commission(row: CurrencyRow, info: Any) -> Any:
        return row.takings.of("commission")

    @staticmethod
    def resolve_commission_tax(row: CurrencyRow, info: Any) -> Any:
        return row.takings.of("commission_tax")

    @staticmethod
    def resolve_tax_withheld(row: CurrencyRow, info: Any) -> Any:
        return row.takings.of("tax_withheld")

    @staticmethod
    def resolve_payouts(row: CurrencyRow, info: Any) -> Any:
        return row.takings.of("payouts") if row.has_payouts else None
