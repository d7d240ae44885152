"""``suggest_facts``: what the marketplace already knows and a declaration could say; a person looks it over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.models import ProductVariant
from logistics.customs.declaration.declaration import Declaration, DeclaredLine
from logistics.customs.declaration.facts import Container, DangerousGoods, Facts, LineFacts, Plant, Stage
from logistics.shipments.legs.leg import ShipmentLeg

if TYPE_CHECKING:
    from catalog.models import Product
    from logistics.shipments.shipment import Shipment

GRAMS = Decimal(1000)


def suggest_facts(shipment: Shipment, facts: Facts) -> Facts:
    """``facts`` with what is empty filled in: the way from the legs, plants and UN numbers from the products."""
    legs = list(shipment_legs(shipment))
    return replace(
        facts,
        stages=facts.stages or tuple(_stage(leg) for leg in legs),
        containers=facts.containers or _containers(legs),
        lines=facts.lines or _lines(shipment, facts),
    )


def shipment_legs(shipment: Shipment) -> list[ShipmentLeg]:
    return list(ShipmentLeg.objects.filter(shipment=shipment).order_by("number").prefetch_related("containers"))


def _stage(leg: ShipmentLeg) -> Stage:
    return Stage(
        mode=leg.mode,
        from_place=leg.from_place,
        to_place=leg.to_place,
        carrier=leg.carrier_name,
        vehicle=leg.vessel_name,
        voyage=leg.voyage,
        document=leg.transport_document,
    )


def _containers(legs: list[ShipmentLeg]) -> tuple[Container, ...]:
    numbers = dict.fromkeys(container.number for leg in legs for container in leg.containers.all())
    return tuple(Container(number) for number in numbers)


def _lines(shipment: Shipment, facts: Facts) -> tuple[LineFacts, ...]:
    declared = Declaration(shipment.consignment, facts)
    skus = [line.item.sku for line in declared.lines if line.item.sku]
    variants = ProductVariant.objects.filter(seller_id=shipment.seller_id, sku__in=skus).select_related("product")
    products = {variant.sku: variant.product for variant in variants.order_by("archived_at")}
    found = [_line(line, products[line.item.sku]) for line in declared.lines if line.item.sku in products]
    return tuple(each for each in found if each.plants or each.dangerous)


def _line(line: DeclaredLine, product: Product) -> LineFacts:
    """Of one species all the net weight is; of several nobody but the seller can say how much."""
    names = [name.split(maxsplit=1) for name in product.species_names]
    quantity = Decimal(line.net_weight_g) / GRAMS if len(names) == 1 else Decimal(0)
    plants = tuple(Plant(name[0], name[-1] if len(name) > 1 else "spp.", "", quantity, "kg") for name in names)
    dangerous = DangerousGoods(product.un_number, "", "") if product.is_hazardous and product.un_number else None
    return LineFacts(line.number, plants, dangerous)
