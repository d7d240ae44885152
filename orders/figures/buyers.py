"""Where the buyers are, how many there were, and how many of them had bought before."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Lower

from i18n.money import Money
from orders.figures.scope import MADE, Scope
from orders.lifecycle.seller_order import SellerOrder
from orders.stored_money import stored


@dataclass(frozen=True, slots=True)
class CountrySales:
    country: str
    """ISO 3166; empty where the address need not be kept any more."""
    orders: int
    sales: Money


@dataclass(frozen=True, slots=True)
class Buyers:
    """People who had their data erased are in neither number."""

    count: int
    returning: int
    """Had an order here before one of these."""


def sales_by_country(scope: Scope) -> dict[str, list[CountrySales]]:
    """By currency, where the goods went, the most first; one statement."""
    rows = scope.sold().values(
        in_currency=F("currency"), country=KeyTextTransform("country", "order__shipping_address")
    )
    worth = Sum(F("total_amount") - F("canceled_amount"))
    found: dict[str, list[CountrySales]] = {}
    for row in rows.annotate(orders=Count("order", distinct=True), worth=worth):
        sold = stored(row["worth"], row["in_currency"])
        found.setdefault(row["in_currency"], []).append(CountrySales(row["country"] or "", row["orders"], sold))
    return {each: sorted(rows, key=lambda row: (-row.sales.amount, row.country)) for each, rows in found.items()}


def buyers(scope: Scope) -> Buyers:
    """Two statements. Who buys is told by the e-mail address, whether signed in or not."""
    parts = scope.sold().exclude(order__email="").annotate(address=Lower("order__email"))
    before = SellerOrder.objects.filter(
        status__in=MADE, order__email__iexact=OuterRef("order__email"), created_at__lt=OuterRef("created_at")
    )
    if scope.seller_id is not None:
        before = before.filter(seller=scope.seller_id)
    count = parts.aggregate(count=Count("address", distinct=True))["count"]
    again = parts.filter(Exists(before)).aggregate(count=Count("address", distinct=True))["count"]
    return Buyers(count, again)
