"""What a seller's part of an order, or what a quote is about, looks like packed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q

from logistics.packing.goods import GoodsLine
from logistics.packing.goods_of_variant import goods_of_variant, master_carton
from logistics.packing.measured import MeasuredPlan, plan_measured
from logistics.packing.plan import PackingRules
from logistics.packing.shipped import packages_for_freight
from logistics.rates.sea_comparison import SeaComparison, compare_sea
from orders.lifecycle.consignment import AddressErased, order_consignment
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequestLine
from orders.quotes.quote_version import QuoteLine
from orders.quotes.unit import QuoteUnit


def plan_of_part(part: SellerOrder, rules: PackingRules) -> MeasuredPlan:
    """Everything that is not called off. Pieces are as they were measured when ordered; cartons as they are today.

    Raises ``TooMany``.
    """
    return plan_measured([_ordered(line) for line in _lines(part)], rules)


def plan_of_quote(quote: Quote, rules: PackingRules) -> MeasuredPlan:
    """What the latest version offers, else what is asked for, as the catalogue measures it today.

    Goods made for one buyer, and those in other units than pieces, nobody has measured. Raises ``TooMany``.
    """
    return plan_measured([_quoted(line) for line in _lines_of_quote(quote)], rules)


def _lines_of_quote(quote: Quote) -> Sequence[QuoteLine | QuoteRequestLine]:
    offered = QuoteLine.objects.filter(version__quote=quote, version__number=quote.latest_version)
    found = list(offered.select_related("variant__product"))
    if found:
        return found
    asked = QuoteRequestLine.objects.filter(
        Q(seller=quote.seller_id) | Q(seller__isnull=True), request=quote.request_id
    )
    return list(asked.select_related("variant__product"))


def sea_freights(part: SellerOrder, planned: MeasuredPlan, *, on: date) -> SeaComparison | None:
    """Nothing where there is nothing to send, or nowhere to send it to."""
    lines, packages = _lines(part), packages_for_freight(planned)
    if not lines or not packages:
        return None
    try:
        consignment = order_consignment(part, lines, with_freight=False)
    except AddressErased:
        return None
    return compare_sea(consignment=replace(consignment, packages=packages), seller_id=part.seller_id, on=on)


def _lines(part: SellerOrder) -> list[OrderLine]:
    rows = part.lines.select_related("variant").order_by("id")
    return [line for line in rows if _quantity(line)]


def _quantity(line: OrderLine) -> int:
    return line.quantity - line.quantity_canceled


def _ordered(line: OrderLine) -> GoodsLine:
    return GoodsLine(
        name=f"{line.product_name} {line.variant_name}".strip(),
        quantity=_quantity(line),
        length_mm=line.length_mm,
        width_mm=line.width_mm,
        height_mm=line.height_mm,
        weight_g=line.gross_weight_g or line.net_weight_g,
        carton=master_carton(line.variant),
    )


def _quoted(line: QuoteRequestLine | QuoteLine) -> GoodsLine:
    if line.variant is None or line.unit != QuoteUnit.PIECE:
        return GoodsLine(line.description[:200], line.quantity, 0, 0, 0, 0)
    return goods_of_variant(line.variant, quantity=line.quantity)
