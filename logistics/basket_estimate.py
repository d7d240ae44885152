"""Landed cost of goods straight from the catalogue, before there is a basket: what a product page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from catalog.pricing.price import prices_for
from i18n.money import Money
from i18n.today import day_here
from i18n.translate import localize
from logistics.assemble import item_of_variant, party_of_seller
from logistics.consignment import Consignment, Party
from logistics.landed_cost import LandedCost, combine_landed_costs, estimate_landed_cost
from logistics.rates.quotes import quotes

if TYPE_CHECKING:
    from catalog.models import Product, ProductVariant
    from marketplace.channels.models import Channel


class NotSoldHere(LookupError):
    """These variants have no price in the channel."""

    def __init__(self, variant_ids: list[int]) -> None:
        super().__init__(f"no price for variants {variant_ids}")
        self.variant_ids = variant_ids


def estimate_variants(
    *,
    channel: Channel,
    quantities: Mapping[ProductVariant, int],
    country: str,
    postal_code: str = "",
    region: str = "",
    at: datetime,
    language: str,
) -> LandedCost:
    """One estimate for everything, sent seller by seller with the cheapest delivery of each.

    Variants come with product, seller and address loaded. The buyer counts as private. Raises ``NotSoldHere``.
    """
    ids = {variant.pk: quantity for variant, quantity in quantities.items()}
    on = day_here(at)
    prices = prices_for(variants=quantities, channel=channel, quantities=ids, at=at)
    if unsold := [variant.pk for variant in quantities if variant.pk not in prices]:
        raise NotSoldHere(unsold)
    buyer = Party(name="", country=country, postal_code=postal_code, region=region)
    names = _names([variant.product for variant in quantities], language)
    units = {variant_id: price.unit for variant_id, price in prices.items()}
    costs = [
        estimate_landed_cost(consignment=_with_freight(consignment, on, language), on=on, language=language)
        for consignment in _by_seller(quantities, units, names, buyer)
    ]
    return combine_landed_costs(costs)


def _by_seller(
    quantities: Mapping[ProductVariant, int], units: Mapping[int, Money], names: Mapping[int, str], buyer: Party
) -> list[Consignment]:
    groups: dict[int, list[ProductVariant]] = {}
    for variant in quantities:
        groups.setdefault(variant.seller_id, []).append(variant)
    return [
        Consignment(
            seller=party_of_seller(variants[0].seller),
            buyer=buyer,
            items=tuple(
                item_of_variant(
                    variant,
                    quantity=quantities[variant],
                    unit_value=units[variant.pk],
                    description=names[variant.product_id],
                )
                for variant in variants
            ),
        )
        for variants in groups.values()
    ]


def _with_freight(consignment: Consignment, on: date, language: str) -> Consignment:
    # Anybody may ask for an estimate, as often as they like: nobody's carrier is called for it.
    rates = quotes(consignment=consignment, on=on, language=language, connected=False)
    if not rates:
        return consignment
    return Consignment(
        seller=consignment.seller, buyer=consignment.buyer, items=consignment.items, freight=rates[0].price
    )


def _names(products: Sequence[Product], language: str) -> dict[int, str]:
    found = localize(
        subject="catalog.Product",
        rows=products,
        fields=["name"],
        language=language,
        source_language=lambda product: product.source_language,
    )
    return {
        product.pk: texts["name"].text if texts["name"] else product.name
        for product, texts in zip(products, found, strict=True)
    }
