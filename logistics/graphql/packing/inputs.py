"""What a packing plan is asked with."""

from collections.abc import Sequence
from typing import Any

from catalog.models import ProductVariant
from i18n.messages import gettext_noop as _
from logistics.graphql.packing.types import ContainerTypeEnum, PalletTypeEnum
from logistics.packing.cartons import CARTON_PAYLOAD_G, CartonSize
from logistics.packing.container import CONTAINERS
from logistics.packing.goods import GoodsLine
from logistics.packing.goods_of_variant import goods_of_variant
from logistics.packing.pallet import pallet_type
from logistics.packing.plan import PackingRules
from marketplace.graphql import ID, Boolean, InputError, InputObjectType, Int, List, NonNull, String, integer_key

MOST_LINES = 100
MOST_CARTONS = 20
MOST_PIECES = 100_000
LONGEST_MM = 100_000
HEAVIEST_G = 100_000_000
LONGEST_NAME = 200


class PackingLineInput(InputObjectType):
    """So many of a variant as the catalogue measured it, or of something measured here."""

    variant_id = ID(description="Left out, all measures are needed.")
    quantity = Int(required=True)
    name = String()
    length_mm = Int(description="Of one piece as it is packed by itself.")
    width_mm = Int()
    height_mm = Int()
    weight_g = Int()
    fragile = Boolean(description="Nothing is put on it.")
    stackable = Boolean(description="Others may stand on it; true unless said.")
    may_tip = Boolean(description="It may lie on any side; false unless said.")


class CartonSizeInput(InputObjectType):
    """A carton that small goods are mixed in, measured inside."""

    name = String(required=True)
    length_mm = Int(required=True)
    width_mm = Int(required=True)
    height_mm = Int(required=True)
    payload_g = Int(description="25,000 unless said.")


class PackingRulesInput(InputObjectType):
    """What may be used to pack."""

    pallet = PalletTypeEnum(description="Left out, goods are stowed without pallets.")
    stack_pallets = Boolean(description="Pallets may stand on pallets.")
    containers = List(NonNull(ContainerTypeEnum), description="All types unless said.")
    cartons = List(NonNull(CartonSizeInput), description="Left out, each piece travels in its own package.")


def rules_of(given: Any) -> PackingRules:
    """Raises `InputError` for measures no carton has."""
    given = given or {}
    sizes = list(given.get("cartons") or [])
    if len(sizes) > MOST_CARTONS:
        raise InputError(_("At most %(limit)s."), field="rules.cartons", params={"limit": MOST_CARTONS})
    wanted = {str(getattr(each, "value", each)) for each in given.get("containers") or CONTAINERS}
    pallet = given.get("pallet")
    return PackingRules(
        carton_sizes=tuple(_carton(each) for each in sizes),
        pallet=pallet_type(str(getattr(pallet, "value", pallet))) if pallet else None,
        stack_pallets=bool(given.get("stack_pallets")),
        containers=tuple(code for code in CONTAINERS if code in wanted),
    )


def _carton(given: Any) -> CartonSize:
    length, width, height = (
        _measure(given[name], LONGEST_MM, "rules.cartons") for name in ("length_mm", "width_mm", "height_mm")
    )
    payload = given.get("payload_g")
    most = CARTON_PAYLOAD_G if payload is None else _measure(payload, HEAVIEST_G, "rules.cartons")
    return CartonSize(_name(given["name"], "rules.cartons"), length, width, height, payload_g=most)


def goods_of(lines: Sequence[Any], *, seller_id: int) -> list[GoodsLine]:
    """Raises `InputError` for another seller's variant, and for what cannot be a measure."""
    if not 1 <= len(lines) <= MOST_LINES:
        raise InputError(_("From 1 to %(most)s lines are possible."), field="lines", params={"most": MOST_LINES})
    keys = [
        integer_key(line["variant_id"], "ProductVariant", field="lines.variant_id")
        for line in lines
        if line.get("variant_id")
    ]
    rows = ProductVariant.objects.current().filter(pk__in=keys, seller_id=seller_id).select_related("product")
    variants = {row.pk: row for row in rows}
    return [_line(line, variants, index) for index, line in enumerate(lines)]


def _line(given: Any, variants: dict[int, ProductVariant], index: int) -> GoodsLine:
    quantity = _measure(given["quantity"], MOST_PIECES, "lines.quantity", index)
    if given.get("variant_id"):
        variant = variants.get(integer_key(given["variant_id"], "ProductVariant", field="lines.variant_id"))
        if variant is None:
            raise InputError(_("You have no such variant."), field="lines.variant_id", code="NOT_FOUND", index=index)
        line = goods_of_variant(variant, quantity=quantity)
    else:
        line = _measured_here(given, quantity, index)
    return GoodsLine(
        name=_name(given.get("name") or line.name, "lines.name"),
        quantity=quantity,
        length_mm=line.length_mm,
        width_mm=line.width_mm,
        height_mm=line.height_mm,
        weight_g=line.weight_g,
        carton=line.carton,
        is_fragile=bool(given.get("fragile")),
        may_be_stacked_on=given.get("stackable") is not False,
        may_tip=bool(given.get("may_tip")),
    )


def _measured_here(given: Any, quantity: int, index: int) -> GoodsLine:
    length, width, height = (
        _measure(given.get(name), LONGEST_MM, f"lines.{name}", index) for name in ("length_mm", "width_mm", "height_mm")
    )
    weight = _measure(given.get("weight_g"), HEAVIEST_G, "lines.weight_g", index)
    return GoodsLine(str(index + 1), quantity, length, width, height, weight)


def _measure(value: int | None, most: int, field: str, index: int | None = None) -> int:
    if value is None or not 1 <= value <= most:
        message = _("A whole number from 1 to %(most)s.")
        raise InputError(message, field=field, index=index, params={"most": most})
    return value


def _name(text: str, field: str) -> str:
    if len(text) > LONGEST_NAME:
        raise InputError(_("At most %(limit)s characters."), field=field, params={"limit": LONGEST_NAME})
    return text
