"""``update_bill``: what a product is made of, replaced as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from catalog.products.product import Product
from catalog.refusal import Problem, refuse_any
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from logistics.customs.origin.materials import BillMaterial, BillOfMaterials

if TYPE_CHECKING:
    from catalog.models import ProductVariant
    from marketplace.accounts.models import User

MOST_MATERIALS = 60
MOST_AMOUNT = Decimal(10) ** 12
LONGEST_NAME = 120
MOST_WEIGHT_G = 2_000_000_000
_HS = re.compile(r"[0-9]{4,12}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class MaterialData:
    """As a person enters it; ``value`` is per piece of the product."""

    name: str
    hs_code: str
    origin_country: str
    value: Decimal
    currency: str
    weight_g: int = 0
    supplier: str = ""
    declared: bool = False


def update_bill(
    *,
    product: Product,
    variant: ProductVariant | None = None,
    currency: str,
    ex_works: Decimal | None,
    free_on_board: Decimal | None,
    materials: Sequence[MaterialData],
    by: User | None = None,
) -> BillOfMaterials:
    """Put these materials in the place of those before. Raises ``Refused``, and then nothing has changed.

    The product's row is held meanwhile, so that of two at once one follows the other and a bill is never a mixture.
    """
    refuse_any([*_price_problems(currency, ex_works, free_on_board), *_problems(materials)])
    head: dict[str, object] = {
        "currency": currency,
        "ex_works": ex_works,
        "free_on_board": free_on_board,
        "updated_by": by,
    }
    with transaction.atomic():
        Product.objects.select_for_update().get(pk=product.pk)
        bill, _created = BillOfMaterials.objects.update_or_create(product=product, variant=variant, defaults=head)
        bill.materials.all().delete()
        BillMaterial.objects.bulk_create(_row(bill, position, data) for position, data in enumerate(materials))
    return bill


def _row(bill: BillOfMaterials, position: int, data: MaterialData) -> BillMaterial:
    return BillMaterial(
        bill=bill,
        position=position,
        name=data.name,
        hs_code=data.hs_code,
        origin_country=data.origin_country,
        value_amount=data.value,
        value_currency=data.currency,
        weight_g=data.weight_g,
        supplier=data.supplier,
        declared=data.declared,
    )


def _price_problems(currency: str, ex_works: Decimal | None, free_on_board: Decimal | None) -> Iterator[Problem]:
    if not is_currency(currency):
        yield Problem("currency", "INVALID", _("A currency is written as three letters, such as EUR."))
    for field, price in (("ex_works", ex_works), ("free_on_board", free_on_board)):
        if price is not None and not 0 < price < MOST_AMOUNT:
            yield Problem(field, "INVALID", _("A price is more than nothing."))
    if ex_works is not None and free_on_board is not None and free_on_board < ex_works:
        yield Problem("free_on_board", "INVALID", _("Free on board cannot cost less than ex works."))


def _problems(materials: Sequence[MaterialData]) -> Iterator[Problem]:
    if len(materials) > MOST_MATERIALS:
        message = _("At most %(most)s materials can be listed.")
        yield Problem("materials", "INVALID", message, {"most": MOST_MATERIALS})
    for index, data in enumerate(materials[:MOST_MATERIALS]):
        for field, message in _material_problems(data):
            yield Problem(f"materials.{field}", "REQUIRED" if not data.name else "INVALID", message, index=index)


def _material_problems(data: MaterialData) -> Iterator[tuple[str, str]]:
    if not data.name:
        yield "name", _("A material has a name.")
    if len(data.name) > LONGEST_NAME or len(data.supplier) > LONGEST_NAME:
        yield "name", _("Names have at most 120 characters.")
    if data.hs_code and not _HS.fullmatch(data.hs_code):
        yield "hs_code", _("The HS code of a material has 4 to 12 digits.")
    if data.origin_country and not _COUNTRY.fullmatch(data.origin_country):
        yield "origin_country", _("A country is written as two letters, such as VN.")
    if not 0 <= data.value < MOST_AMOUNT:
        yield "value", _("A value is not negative.")
    if not is_currency(data.currency):
        yield "currency", _("A currency is written as three letters, such as EUR.")
    if not 0 <= data.weight_g <= MOST_WEIGHT_G:
        yield "weight", _("A weight is not negative.")
