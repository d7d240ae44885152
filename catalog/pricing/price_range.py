"""What a product costs: the prices of its variants taken together."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.pricing.price import VariantPrice
from catalog.pricing.taxed_money import TaxedMoney


@dataclass(frozen=True, slots=True)
class PriceRange:
    """From the cheapest to the dearest."""

    start: TaxedMoney
    stop: TaxedMoney


@dataclass(frozen=True, slots=True)
class ProductPrice:
    """``discount`` and ``discount_prior`` are those of the cheapest variant, whose price lists show."""

    price_range: PriceRange
    price_range_undiscounted: PriceRange
    price_range_prior: PriceRange | None
    """Of the variants on sale; nothing while none is."""
    discount: TaxedMoney | None
    discount_prior: TaxedMoney | None
    on_sale: bool
    """Any variant is."""
    display_gross_prices: bool


def product_price(prices: Iterable[VariantPrice | None]) -> ProductPrice | None:
    """Nothing for a product none of whose variants is sold in the channel."""
    sold = sorted((price for price in prices if price is not None), key=lambda price: price.listed.gross.amount)
    if not sold:
        return None
    on_sale = any(price.on_sale for price in sold)
    listed = PriceRange(sold[0].listed, sold[-1].listed)
    priors = [price.prior for price in sold if price.prior is not None]
    return ProductPrice(
        price_range=listed,
        price_range_undiscounted=_range([price.undiscounted for price in sold]) if on_sale else listed,
        price_range_prior=_range(priors) if priors else None,
        discount=sold[0].discount,
        discount_prior=sold[0].discount_prior,
        on_sale=on_sale,
        display_gross_prices=sold[0].includes_tax,
    )


def _range(amounts: list[TaxedMoney]) -> PriceRange:
    ordered = sorted(amounts, key=lambda amount: amount.gross.amount)
    return PriceRange(ordered[0], ordered[-1])
