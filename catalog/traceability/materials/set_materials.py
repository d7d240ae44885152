"""``set_materials``: what a lot was made of, replaced as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.materials.lot_material import LotMaterial
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _

MOST_MATERIALS = 40
MOST_PLOTS = 500
"""Of one lot: what an exporter of smallholders' rubber has in one, with room."""
_HS = re.compile(r"[0-9]{4,12}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_SPECIES = re.compile(r"[A-Z][a-z-]+ (?:(?:× |x |×))?(?:[a-z][a-z-]+|spp\.)(?: [A-Za-z.× -]+)?")
"""A genus and a species; ``spp.`` where several of one genus are meant. Both parents of a hybrid, with × between."""


@dataclass(frozen=True, slots=True)
class LotMaterialData:
    """As a person enters it, for the whole lot."""

    name: str
    scientific_name: str = ""
    common_name: str = ""
    hs_code: str = ""
    country: str = ""
    net_weight_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    value_amount: Decimal | None = None
    value_currency: str = ""
    recycled_percent: Decimal | None = None
    substances: str = ""
    has_no_substances: bool = False
    harvested_from: date | None = None
    harvested_until: date | None = None
    supplier: TraceParty | None = None
    supplier_lot: str = ""
    plots: tuple[TracePlace, ...] = ()


def set_materials(*, lot: Lot, materials: Sequence[LotMaterialData]) -> list[LotMaterial]:
    """Put these in the place of those before. Raises ``Refused``, and then nothing has changed.

    The lot's row is held meanwhile, so that of two at once one follows the other and the list is never a mixture.
    """
    refuse_any(_problems(lot, materials))
    with transaction.atomic():
        Lot.objects.select_for_update().get(pk=lot.pk)
        LotMaterial.objects.filter(lot=lot).delete()
        rows = LotMaterial.objects.bulk_create(_row(lot, place, data) for place, data in enumerate(materials))
        link = LotMaterial.plots.through
        link.objects.bulk_create(
            link(lotmaterial_id=row.pk, traceplace_id=plot.pk)
            for row, data in zip(rows, materials, strict=True)
            for plot in dict.fromkeys(data.plots)
        )
    return rows


def _row(lot: Lot, place: int, data: LotMaterialData) -> LotMaterial:
    given = {name: getattr(data, name) for name in LotMaterialData.__dataclass_fields__ if name != "plots"}
    return LotMaterial(lot=lot, position=place, **given)


def _problems(lot: Lot, materials: Sequence[LotMaterialData]) -> Iterator[Problem]:
    if len(materials) > MOST_MATERIALS:
        message = _("At most %(most)s materials can be listed.")
        yield Problem("materials", "INVALID", message, {"most": MOST_MATERIALS})
    if sum(len(data.plots) for data in materials) > MOST_PLOTS:
        yield Problem("materials.plots", "INVALID", _("At most 500 plots can be named for one lot."))
    for index, data in enumerate(materials[:MOST_MATERIALS]):
        for field, message in (*_of_words(data), *_of_amounts(data), *_of_chain(lot, data)):
            code = "REQUIRED" if field == "name" and not data.name else "INVALID"
            yield Problem(f"materials.{field}", code, message, index=index)


def _of_words(data: LotMaterialData) -> Iterator[tuple[str, str]]:
    if not data.name:
        yield "name", _("A material has a name.")
    if max(len(data.name), len(data.scientific_name), len(data.common_name)) > 120:
        yield "name", _("Names have at most 120 characters.")
    if data.scientific_name and not _SPECIES.fullmatch(data.scientific_name):
        yield "scientific_name", _("Write genus and species, such as Hevea brasiliensis.")
    if data.hs_code and not _HS.fullmatch(data.hs_code):
        yield "hs_code", _("The HS code of a material has 4 to 12 digits.")
    if data.country and not _COUNTRY.fullmatch(data.country):
        yield "country", _("A country is written as two letters, such as VN.")
    if len(data.substances) > 500:
        yield "substances", _("This text is too long: at most 500 characters.")
    if data.substances and data.has_no_substances:
        yield "has_no_substances", _("Either name the substances or declare that there are none.")


def _of_amounts(data: LotMaterialData) -> Iterator[tuple[str, str]]:
    for field, amount, most in (
        ("net_weight_kg", data.net_weight_kg, Decimal(10) ** 9),
        ("volume_m3", data.volume_m3, Decimal(10) ** 6),
        ("value_amount", data.value_amount, Decimal(10) ** 12),
    ):
        if amount is not None and not 0 < amount < most:
            yield field, _("An amount is more than nothing.")
    if data.recycled_percent is not None and not 0 <= data.recycled_percent <= 100:
        yield "recycled_percent", _("A share is from 0 to 100 per cent.")
    if (data.value_amount is not None or data.value_currency) and not is_currency(data.value_currency):
        yield "value_currency", _("A currency is written as three letters, such as EUR.")


def _of_chain(lot: Lot, data: LotMaterialData) -> Iterator[tuple[str, str]]:
    first, last = data.harvested_from, data.harvested_until
    if first and last and last < first:
        yield "harvested_until", _("The last day is not before the first.")
    if (first and first > lot.produced_on) or (last and last > lot.produced_on):
        yield "harvested_from", _("What a lot is made of was harvested before the lot was made.")
    if data.supplier is not None and data.supplier.seller_id != lot.seller_id:
        yield "supplier", _("You have no such partner.")
    if len(data.supplier_lot) > 80:
        yield "supplier_lot", _("Lot numbers have at most 80 characters.")
    if any(plot.seller_id != lot.seller_id or plot.kind != PlaceKind.PLOT for plot in data.plots):
        yield "plots", _("You have no such plot.")
