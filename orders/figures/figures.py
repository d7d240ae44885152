"""The figures of one seller, or of the whole marketplace, put together.

Each currency stands by itself. Sales, goods, countries, buyers, quotes, cancellations and lateness are about what was
ordered (or asked for) in the days; commission, taxes, refunds and payouts about what was posted in them.
"""

from dataclasses import dataclass, field
from datetime import datetime

from orders.figures.buyers import Buyers, CountrySales, buyers, sales_by_country
from orders.figures.products import ProductSales, best_products, units_by_currency
from orders.figures.punctuality import Punctuality, punctuality
from orders.figures.quotes import QuoteFigures, quote_figures
from orders.figures.sales import Sales, sales_by_currency
from orders.figures.scope import Scope
from orders.figures.takings import Takings, takings_by_currency

MOST_CURRENCIES = 12
MOST_COUNTRIES = 30


@dataclass(slots=True)
class CurrencyFigures:
    seller_id: int | None
    sales: Sales
    takings: Takings
    units: int = 0
    has_payouts: bool = True
    """Not where one market was asked for, to which no payout belongs."""
    countries: list[CountrySales] = field(default_factory=list)
    products: list[ProductSales] = field(default_factory=list)

    @property
    def currency(self) -> str:
        return self.sales.currency


@dataclass(frozen=True, slots=True)
class Figures:
    scope: Scope
    currencies: list[CurrencyFigures]
    buyers: Buyers
    quotes: QuoteFigures
    punctuality: Punctuality

    @property
    def seller_id(self) -> int | None:
        return self.scope.seller_id


def figures(scope: Scope, *, now: datetime) -> Figures:
    """At most 12 currencies; 12 statements and two for each of them."""
    return Figures(
        scope=scope,
        currencies=_currencies(scope),
        buyers=buyers(scope),
        quotes=quote_figures(scope),
        punctuality=punctuality(scope, now=now),
    )


def _currencies(scope: Scope) -> list[CurrencyFigures]:
    sold = {each.currency: each for each in sales_by_currency(scope)}
    taken = takings_by_currency(scope)
    units, countries = units_by_currency(scope), sales_by_country(scope)
    return [
        CurrencyFigures(
            seller_id=scope.seller_id,
            sales=sold.get(currency) or Sales(currency),
            takings=taken.get(currency) or Takings(currency),
            units=units.get(currency, 0),
            has_payouts=scope.channel_id is None,
            countries=countries.get(currency, [])[:MOST_COUNTRIES],
            products=best_products(scope, currency) if currency in sold else [],
        )
        for currency in sorted(sold.keys() | taken.keys())[:MOST_CURRENCIES]
    ]
