"""Landed cost of goods straight from the catalogue, before there is a basket: what a product page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from catalog.pricing.price import prices_for
from i18n.money import Money
from i18n.today import day_here
from i18n.translate import localize
from logistics.assemble import item_of_variant, party_of_seller
from logistics.consignment import Consignment, Party
from logistics.landed_cost import LandedCost, combine_landed_costs, estimate_landed_costs
from logistics.zones.delivery_rates import delivery_rates
from logistics.zones.offer import SellersGoods

if TYPE_CHECKING:
    from catalog.models import Product, ProductVariant
    from marketplace.channels.models import Channel


A_FIRM = "A firm"
"""Stands for the name of a business that is not known yet; nothing prints it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a reader supposes of the sale: who buys, which Incoterm, trade agreement and way of transport."""

    business: bool = False
    incoterm: str = "DAP"
    preference: str = ""
    mode: str = ""


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
    terms: Terms = Terms(),  # frozen
) -> LandedCost:
    """One estimate for everything, sent seller by seller with the cheapest delivery of each.

    Variants come with product, seller and address loaded. Raises ``NotSoldHere``.
    """
    ids = {variant.pk: quantity for variant, quantity in quantities.items()}
    on = day_here(at)
    prices = prices_for(variants=quantities, channel=channel, quantities=ids, at=at)
    if unsold := [variant.pk for variant in quantities if variant.pk not in prices]:
        raise NotSoldHere(unsold)
    company = A_FIRM if terms.business else ""
    buyer = Party(name="", company=company, country=country, postal_code=postal_code, region=region)
    names = _names([variant.product for variant in quantities], language)
    units = {variant_id: price.unit for variant_id, price in prices.items()}
    consignments = _by_seller(quantities, units, names, buyer)
    freight = _cheapest(quantities, consignments, channel, on, language)
    sent = [
        replace(
            consignment,
            freight=freight.get(seller_id),
            incoterm=terms.incoterm,
            preference=terms.preference,
            mode=terms.mode,
        )
        for seller_id, consignment in consignments.items()
    ]
    return combine_landed_costs(estimate_landed_costs(consignments=sent, on=on, language=language))


def _by_seller(
    quantities: Mapping[ProductVariant, int], units: Mapping[int, Money], names: Mapping[int, str], buyer: Party
) -> dict[int, Consignment]:
    groups: dict[int, list[ProductVariant]] = {}
    for variant in quantities:
        groups.setdefault(variant.seller_id, []).append(variant)
    return {
        seller_id: Consignment(
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
        for seller_id, variants in groups.items()
    }


def _cheapest(
    variants: Iterable[ProductVariant],
    consignments: Mapping[int, Consignment],
    channel: Channel,
    on: date,
    language: str,
) -> dict[int, Money]:
    """By seller: its cheapest delivery, where there is one. Nobody is called for it: a stranger may be asking."""
    products: dict[int, set[int]] = {}
    for variant in variants:
        products.setdefault(variant.seller_id, set()).add(variant.product_id)
    goods = {
        seller_id: SellersGoods(consignment, frozenset(products[seller_id]), consignment.goods_value)
        for seller_id, consignment in consignments.items()
    }
    found = delivery_rates(goods, channel=channel, on=on, language=language, connected=False)
    return {seller_id: answer.rates[0].price for seller_id, answer in found.items() if answer.rates}


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
