"""Facts of a declaration as JSON and back; what an older row does not have is as if it was not said."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from logistics.consignment_json import party_from_json, party_to_json
from logistics.customs.declaration.facts import (
    Container,
    DangerousGoods,
    Facts,
    LineFacts,
    NumberKind,
    OriginStatement,
    PackingGroup,
    Plant,
    Purpose,
    Reference,
    Stage,
)

Json = dict[str, Any]


def facts_to_json(facts: Facts) -> Json:
    data = _plain(dataclasses.asdict(facts))
    return data | {"importer": party_to_json(facts.importer) if facts.importer else None}


def facts_from_json(data: Json) -> Facts:
    importer, origin = data.get("importer"), data.get("origin")
    return Facts(
        **{
            **data,
            "purpose": Purpose(data.get("purpose", Purpose.SALE)),
            "importer": party_from_json(importer) if importer else None,
            "stages": tuple(Stage(**stage) for stage in data.get("stages", ())),
            "containers": tuple(Container(**container) for container in data.get("containers", ())),
            "references": tuple(Reference(NumberKind(each["kind"]), each["number"]) for each in data["references"]),
            "lines": tuple(map(_line, data.get("lines", ()))),
            "origin": OriginStatement(**{**origin, "on": date.fromisoformat(origin["on"])}) if origin else None,
        }
    )


def _line(data: Json) -> LineFacts:
    dangerous = data.get("dangerous")
    return LineFacts(
        number=data["number"],
        plants=tuple(_plant(plant) for plant in data.get("plants", ())),
        dangerous=_dangerous(dangerous) if dangerous else None,
    )


def _plant(data: Json) -> Plant:
    return Plant(
        **{
            **data,
            "quantity": Decimal(data["quantity"]),
            "recycled_percent": Decimal(data.get("recycled_percent", "0")),
        }
    )


def _dangerous(data: Json) -> DangerousGoods:
    flash_point = data.get("flash_point_c")
    return DangerousGoods(
        **{
            **data,
            "packing_group": PackingGroup(data.get("packing_group", "")),
            "flash_point_c": Decimal(flash_point) if flash_point is not None else None,
        }
    )


def _plain(value: Any) -> Any:
    """Exact decimals and days as text; tuples as lists."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
