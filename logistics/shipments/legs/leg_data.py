"""A leg as somebody plans or corrects it, checked before it is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from logistics.identifiers.air_waybill import air_waybill_number
from logistics.identifiers.container import container_number
from logistics.identifiers.ship import ship_number
from logistics.places.place import normal_code, places
from logistics.shipments.legs.mode import CHOSEN, LegMode

_CODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
MOST_CONTAINERS = 50


class BadLeg(ValueError):
    """The values cannot be a leg; ``field`` names what is wrong and ``why`` is PLACE, CODE, MODE, TIMES or MANY."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}")
        self.field = field
        self.why = why


@dataclass(frozen=True, slots=True)
class LegData:
    """Names as in `ShipmentLeg`. A place may be told by its code alone."""

    mode: str
    from_place: str = ""
    from_code: str = ""
    to_place: str = ""
    to_code: str = ""
    carrier_name: str = ""
    reference: str = ""
    transport_document: str = ""
    vessel_name: str = ""
    vessel_imo: str = ""
    voyage: str = ""
    planned_departure: datetime | None = None
    estimated_departure: datetime | None = None
    actual_departure: datetime | None = None
    planned_arrival: datetime | None = None
    estimated_arrival: datetime | None = None
    actual_arrival: datetime | None = None
    containers: tuple[str, ...] = ()


def checked_leg(data: LegData) -> LegData:
    """The same with all numbers in their standard form and the places named; raises `BadLeg` and ``BadIdentifier``."""
    if data.mode not in CHOSEN:
        raise BadLeg("mode", "MODE")
    from_place, from_code = _place("from_place", "from_code", data.from_place, data.from_code)
    to_place, to_code = _place("to_place", "to_code", data.to_place, data.to_code)
    _require_order(data)
    if len(data.containers) > MOST_CONTAINERS:
        raise BadLeg("containers", "MANY")
    document = data.transport_document.strip()
    return replace(
        data,
        from_place=from_place,
        from_code=from_code,
        to_place=to_place,
        to_code=to_code,
        vessel_imo=ship_number(data.vessel_imo) if data.vessel_imo.strip() else "",
        transport_document=air_waybill_number(document) if document and data.mode == LegMode.AIR else document,
        containers=tuple(dict.fromkeys(container_number(number) for number in data.containers)),
    )


def _place(name_field: str, code_field: str, name: str, code: str) -> tuple[str, str]:
    name, code = name.strip(), normal_code(code)
    if code and not _CODE.fullmatch(code):
        raise BadLeg(code_field, "CODE")
    known = places().get(code)
    if not name and known is None:
        raise BadLeg(name_field, "PLACE")
    return name or (known.name if known else ""), code


def _require_order(data: LegData) -> None:
    pairs = (
        ("planned_arrival", data.planned_departure, data.planned_arrival),
        ("estimated_arrival", data.estimated_departure, data.estimated_arrival),
        ("actual_arrival", data.actual_departure, data.actual_arrival),
    )
    for field, departure, arrival in pairs:
        if departure is not None and arrival is not None and arrival < departure:
            raise BadLeg(field, "TIMES")
