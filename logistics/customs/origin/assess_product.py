"""``assess_product``: the stored bill of a product under one or all agreements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from i18n.convert import NoRate, rate
from logistics.customs.origin.agreement import Agreement, agreements
from logistics.customs.origin.assess import assess
from logistics.customs.origin.assessment import Assessment
from logistics.customs.origin.bill import Bill, Material
from logistics.customs.origin.materials import BillMaterial, BillOfMaterials

if TYPE_CHECKING:
    from catalog.models import Product, ProductVariant


def bill_of(product: Product, variant: ProductVariant | None = None) -> BillOfMaterials | None:
    """The variant's own bill; without one the product's."""
    bills = BillOfMaterials.objects.filter(product=product).prefetch_related("materials")
    by_variant = {bill.variant_id: bill for bill in bills if bill.variant_id in (None, variant.pk if variant else None)}
    return by_variant.get(variant.pk if variant else None) or by_variant.get(None)


def assess_product(
    *,
    product: Product,
    variant: ProductVariant | None = None,
    under: Iterable[Agreement] | None = None,
    on: date,
    language: str,
) -> list[Assessment]:
    """One assessment for each agreement; without a bill each says that no materials are listed."""
    bill = _value(product, variant, bill_of(product, variant), on)
    wanted = agreements().values() if under is None else under
    return [assess(bill, agreement, on=on, language=language) for agreement in wanted]


def _value(product: Product, variant: ProductVariant | None, stored: BillOfMaterials | None, on: date) -> Bill:
    if stored is None:
        return Bill(product.hs_code, (), "VND")
    rows = list(stored.materials.all())
    rates = {currency: _rate(currency, stored.currency, on) for currency in {row.value_currency for row in rows}}
    return Bill(
        hs_code=product.hs_code,
        materials=tuple(_material(row, rates[row.value_currency]) for row in rows),
        currency=stored.currency,
        ex_works=stored.ex_works,
        free_on_board=stored.free_on_board,
        weight_g=_weight_g(product, variant),
    )


def _material(row: BillMaterial, factor: Decimal | None) -> Material:
    return Material(
        name=row.name,
        hs_code=row.hs_code,
        country=row.origin_country,
        value=None if factor is None else row.value_amount * factor,
        weight_g=row.weight_g,
        declared=row.declared,
    )


def _rate(base: str, quote: str, on: date) -> Decimal | None:
    """The stored rate of the day; ``None`` without one: the assessment then says what is missing."""
    try:
        return rate(base, quote, on).rate
    except NoRate:
        return None


def _weight_g(product: Product, variant: ProductVariant | None) -> int:
    """Of the variant; of a product as a whole only where all its variants weigh the same."""
    if variant is not None:
        return variant.net_weight_g or 0
    weights = set(product.variants.filter(archived_at__isnull=True).values_list("net_weight_g", flat=True))
    return (weights.pop() or 0) if len(weights) == 1 else 0
