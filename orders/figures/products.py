"""Which goods sold best, and how many pieces were sold at all."""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, Max, Sum, Value, When

from i18n.money import Money, sum_money
from orders.figures.scope import Scope
from orders.lifecycle.line_share import cost_of_pieces
from orders.stored_money import stored

MOST_PRODUCTS = 10
MOST_LOOKED_AT = 50
"""Called-off pieces are taken off afterwards; they do not carry a product past this place into the best ten."""


@dataclass(frozen=True, slots=True)
class ProductSales:
    product_id: int | None
    """Empty for goods that are in no catalogue: made for one buyer, or gone since."""
    name: str
    """As its seller wrote it."""
    units: int
    sales: Money
    """Of the goods alone, tax included, after vouchers, less what was called off."""


def units_by_currency(scope: Scope) -> dict[str, int]:
    """Pieces that were ordered and not called off; one statement."""
    rows = scope.lines().values("currency").annotate(units=Sum(F("quantity") - F("quantity_canceled")))
    return {row["currency"]: row["units"] for row in rows}


def best_products(scope: Scope, currency: str) -> list[ProductSales]:
    """By what they brought in, the best first; two statements."""
    words = Case(When(variant=None, then=F("product_name_source")), default=Value(""), output_field=CharField())
    rows = scope.lines().filter(currency=currency).values(product=F("variant__product"), words=words)
    sums = rows.annotate(
        name=Max("product_name_source"), units=Sum(F("quantity") - F("quantity_canceled")), worth=Sum("total_amount")
    )
    off = _called_off(scope, currency)
    found = [
        ProductSales(
            row["product"],
            row["name"],
            row["units"],
            stored(row["worth"], currency) - off.get((row["product"], row["words"]), Money.zero(currency)),
        )
        for row in sums.order_by("-worth", "product")[:MOST_LOOKED_AT]
    ]
    return sorted(found, key=lambda each: (-each.sales.amount, each.name))[:MOST_PRODUCTS]


def _called_off(scope: Scope, currency: str) -> dict[tuple[int | None, str], Money]:
    """What the called-off pieces of each product cost, to the last unit as they were taken off."""
    partly = scope.lines().filter(currency=currency, quantity_canceled__gt=0).select_related("variant")
    found: dict[tuple[int | None, str], Money] = {}
    for line in partly:
        key = (line.variant.product_id, "") if line.variant else (None, line.product_name_source)
        cost = cost_of_pieces(line, line.quantity_canceled, after=0)
        found[key] = sum_money((found.get(key, Money.zero(currency)), cost), currency)
    return found
