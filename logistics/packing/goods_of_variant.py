"""What the catalogue knows of a variant, as a line to be packed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from logistics.packing.goods import GoodsLine, MasterCarton

if TYPE_CHECKING:
    from catalog.models import ProductVariant


def goods_of_variant(variant: ProductVariant, *, quantity: int, name: str = "") -> GoodsLine:
    """Reads ``variant.product``. Measures nobody knows are 0."""
    return GoodsLine(
        name=name or f"{variant.product.name} {variant.name}".strip(),
        quantity=quantity,
        length_mm=variant.length_mm or 0,
        width_mm=variant.width_mm or 0,
        height_mm=variant.height_mm or 0,
        weight_g=variant.gross_weight_g or variant.net_weight_g or 0,
        carton=master_carton(variant),
    )


def master_carton(variant: ProductVariant | None) -> MasterCarton | None:
    """The carton several pieces are packed in; nothing unless all of it is known."""
    if variant is None:
        return None
    measures = (
        variant.units_per_carton,
        variant.carton_length_mm,
        variant.carton_width_mm,
        variant.carton_height_mm,
        variant.carton_gross_weight_g,
    )
    units, length, width, height, weight = (each or 0 for each in measures)
    return MasterCarton(units, length, width, height, weight) if all((units, length, width, height, weight)) else None
