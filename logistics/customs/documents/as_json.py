"""A paper for machines: what it says, with exact figures as text. Papers without prices have none here either."""

from __future__ import annotations

from typing import Any

import orjson

from logistics.consignment_json import money_to_json, party_to_json
from logistics.customs.declaration.declaration import Declaration, DeclaredLine
from logistics.customs.declaration.facts_json import facts_to_json
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import DocumentKind
from logistics.incoterms import incoterm

Json = dict[str, Any]
WITHOUT_PRICES = frozenset({DocumentKind.PACKING_LIST, DocumentKind.DANGEROUS_GOODS, DocumentKind.SHIPPER_LETTER})


def content_as_json(content: DocumentContent) -> bytes:
    """UTF-8, keys in a fixed order, readable: the same content gives the same bytes."""
    priced = content.kind not in WITHOUT_PRICES
    data: Json = {
        "kind": content.kind.value,
        "number": content.number,
        "version": content.version,
        "issued_on": content.issued_on.isoformat(),
        "language": content.language,
        "order_reference": content.order_reference,
        "buyer_reference": content.buyer_reference,
        "carrier": content.carrier,
        "tracking_number": content.tracking_number,
        "refers_to": content.refers_to,
        "reason": content.reason,
        "declarations": [_declaration(declared, priced) for declared in content.declarations],
    }
    if priced:
        data["amounts"] = _amounts(content)
    return orjson.dumps(data, option=orjson.OPT_INDENT_2)


def _amounts(content: DocumentContent) -> Json:
    return {
        "goods": money_to_json(content.goods),
        "freight": money_to_json(content.freight),
        "insurance": money_to_json(content.insurance),
        "discount": money_to_json(content.discount),
        "total": money_to_json(content.total),
        "tax_included": money_to_json(content.tax_included),
        "paid": money_to_json(content.paid),
        "credits": [{"name": each.name, "amount": money_to_json(each.amount)} for each in content.credits],
    }


def _declaration(declared: Declaration, priced: bool) -> Json:
    facts = facts_to_json(declared.facts)
    facts.pop("lines")
    return {
        "seller": party_to_json(declared.seller),
        "buyer": party_to_json(declared.buyer),
        "incoterm": incoterm(declared.consignment.incoterm).code,
        "place": declared.consignment.named_place,
        "preference": declared.consignment.preference,
        "lines": [_line(line, priced) for line in declared.lines],
        "packages": [_package(declared, place) for place in range(len(declared.packages))],
        "totals": {
            "quantity": declared.quantity,
            "packages": declared.package_count,
            "net_weight_kg": figures.plain_kilograms(declared.net_weight_g),
            "gross_weight_kg": figures.plain_kilograms(declared.gross_weight_g),
            "volume_m3": figures.plain_cubic_metres(declared.volume_mm3),
        },
        "facts": facts,
    }


def _line(line: DeclaredLine, priced: bool) -> Json:
    facts = _facts(line)
    data: Json = {
        "number": line.number,
        "sku": line.item.sku,
        "description": line.item.description,
        "description_en": line.description_en,
        "hs_code": line.item.hs_code,
        "origin": line.item.origin,
        "quantity": line.item.quantity,
        "net_weight_kg": figures.plain_kilograms(line.net_weight_g),
        "gross_weight_kg": figures.plain_kilograms(line.gross_weight_g),
        **facts,
    }
    if line.item.lots:
        data["lots"] = [{"number": lot.number, "quantity": lot.quantity or None} for lot in line.item.lots]
    if priced:
        data |= {"unit_value": money_to_json(line.item.unit_value), "value": money_to_json(line.value)}
    return data


def _facts(line: DeclaredLine) -> Json:
    """Plants and dangers of the line."""
    facts = line.facts
    return {
        "plants": [
            {
                "genus": plant.genus,
                "species": plant.species,
                "country": plant.country,
                "quantity": f"{plant.quantity:f}",
                "unit": plant.unit,
                "article": plant.article,
                "recycled_percent": f"{plant.recycled_percent:f}",
            }
            for plant in facts.plants
        ],
        "dangerous": {
            "un_number": facts.dangerous.un_number,
            "shipping_name": facts.dangerous.shipping_name,
            "class": facts.dangerous.hazard_class,
            "packing_group": facts.dangerous.packing_group.value,
        }
        if facts.dangerous
        else None,
    }


def _package(declared: Declaration, place: int) -> Json:
    package = declared.packages[place]
    return {
        "number": package.number,
        "gross_weight_kg": figures.plain_kilograms(package.gross_weight_g),
        "length_mm": package.length_mm,
        "width_mm": package.width_mm,
        "height_mm": package.height_mm,
        "contents": [{"line": packed.item + 1, "quantity": packed.quantity} for packed in package.contents],
    }
