"""An accepted version as the sale it stands for: agreed prices in the place of those of the catalogue.

1. A line costs its unit price, or that of the largest tier its quantity reaches, times the quantity, rounded once.
2. Tax is that of the market on the day: contained in the prices where the market shows them so, added elsewhere.
3. Freight is one amount, as everywhere.

Example: 200 bowls offered at 3.20 EUR, from 500 on at 2.90, taken 500 times with 240.00 freight for the Union, where
exports are free of Vietnamese tax: 1,450.00 + 240.00 = 1,690.00 EUR.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from catalog.models import ProductVariant
from catalog.pricing.tax_rate import tax_rate
from catalog.pricing.taxed_money import TaxedMoney, taxed
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from orders.checkout.sale import Delivery, Sale, SoldLine, SoldPart
from orders.checkout.totals import line_total
from orders.quotes.quote import Quote
from orders.quotes.quote_version import QuoteLine, QuoteVersion, unit_amount_at
from orders.quotes.unit import UNIT_NAMES, QuoteUnit
from orders.stored_money import stored

FREIGHT = _("Freight as agreed in the quote")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What whoever accepts adds to the version: where to, what number of their own, how many."""

    shipping_address: Mapping[str, Any]
    billing_address: Mapping[str, Any]
    purchase_order_number: str = ""
    quantities: Mapping[int, int] = field(default_factory=dict)
    """More of a line than was offered, by its id: the tiers say at what price."""


def agreed_sale(quote: Quote, version: QuoteVersion, acceptance: Acceptance, *, now: datetime) -> Sale:
    request = quote.request
    user = request.user
    if user is None:
        raise ValueError(f"the buyer of {quote.number} is gone")
    return Sale(
        user=user,
        email=user.email,
        channel=request.channel,
        language=request.language,
        shipping_address=dict(acceptance.shipping_address),
        billing_address=dict(acceptance.billing_address),
        purchase_order_number=acceptance.purchase_order_number,
        parts=(SoldPart(quote.seller, _lines(quote, version, acceptance, now), _delivery(version)),),
    )


def _delivery(version: QuoteVersion) -> Delivery:
    return Delivery(
        method_id="quote",
        name=FREIGHT,
        carrier="",
        price=TaxedMoney(version.freight, version.freight),
        maximum_days=version.lead_time_days,
        incoterm=version.incoterm,
        named_place=version.named_place,
    )


def _lines(quote: Quote, version: QuoteVersion, acceptance: Acceptance, now: datetime) -> tuple[SoldLine, ...]:
    lines = list(version.lines.prefetch_related("tiers").order_by("position"))
    ids = {line.variant_id for line in lines if line.variant_id is not None}
    variants = {row.pk: row for row in ProductVariant.objects.filter(pk__in=ids).select_related("product")}
    channel = quote.request.channel
    rate = tax_rate(country=channel.default_country, on=day_here(now)).rate
    sold = []
    for line in lines:
        quantity = acceptance.quantities.get(line.pk, line.quantity)
        price = stored(unit_amount_at(line, list(line.tiers.all()), quantity), version.currency)
        unit = taxed(price, rate, includes_tax=channel.prices_include_tax)
        sold.append(_line(quote, line, variants.get(line.variant_id or 0), quantity, unit))
    return tuple(sold)


def _line(quote: Quote, line: QuoteLine, variant: ProductVariant | None, quantity: int, price: TaxedMoney) -> SoldLine:
    unit_name = gettext(quote.request.language, UNIT_NAMES[QuoteUnit(line.unit)])
    measured = "" if line.unit == QuoteUnit.PIECE else f" ({unit_name})"
    return SoldLine(
        variant=variant,
        quantity=quantity,
        unit=price,
        total=line_total(price, quantity),
        description=f"{line.description[: 300 - len(measured)]}{measured}",
        sku=f"{quote.number}-{line.position}",
        is_sample=quote.request.is_sample,
    )
