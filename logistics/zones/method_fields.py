"""What a delivery method is made of, checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict

from catalog.models import Warehouse
from catalog.products.fields import one_line
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from logistics.carriers.registry import carriers
from logistics.zones.method import MethodType, ShippingMethod

LONGEST = {"name": 100, "description": 1000, "pickup_place": 200, "pickup_hours": 200}
MOST_WEIGHT_G = 1_000_000_000
MOST_DAYS = 365
MOST_SERVICES = 50
LEAST_PERCENT, MOST_PERCENT = Decimal(-100), Decimal(1000)
_SERVICE = re.compile(r"[a-z0-9_]{1,40}(:[A-Za-z0-9_.-]{1,60})?")


class MethodFields(TypedDict, total=False):
    """What is left out stays as it is."""

    name: str
    description: str
    type: MethodType
    minimum_order_weight_g: int | None
    maximum_order_weight_g: int | None
    minimum_delivery_days: int | None
    maximum_delivery_days: int | None
    carrier_services: list[str]
    surcharge_percent: Decimal
    pickup_warehouse: Warehouse | None
    pickup_place: str
    pickup_hours: str
    pickup_from: date | None
    pickup_to: date | None
    is_active: bool


INPUT_NAMES = {
    "minimum_order_weight_g": "minimum_order_weight",
    "maximum_order_weight_g": "maximum_order_weight",
}
"""What the input calls a field, where it is not the same."""


def tidy_method(fields: MethodFields) -> MethodFields:
    clean: dict[str, Any] = dict(fields)
    for name in ("name", "pickup_place", "pickup_hours"):
        if name in clean:
            clean[name] = one_line(clean[name])
    if "description" in clean:
        clean["description"] = clean["description"].strip()
    if "carrier_services" in clean:
        clean["carrier_services"] = list(dict.fromkeys(code.strip() for code in clean["carrier_services"]))
    return clean  # type: ignore[return-value]  # the same keys with the same types


def method_problems(method: ShippingMethod) -> Iterator[Problem]:
    """``method`` already has the new values."""
    if not method.name:
        yield Problem("name", "REQUIRED", _("A delivery method needs a name: buyers choose by it."))
    for field, longest in LONGEST.items():
        if len(getattr(method, field)) > longest:
            yield Problem(field, "INVALID", _("At most %(limit)s characters."), {"limit": longest})
    yield from _span_problems(method, "minimum_order_weight_g", "maximum_order_weight_g", MOST_WEIGHT_G)
    yield from _span_problems(method, "minimum_delivery_days", "maximum_delivery_days", MOST_DAYS)
    yield from _carrier_problems(method)
    yield from _pickup_problems(method)


def _span_problems(method: ShippingMethod, least: str, most: str, limit: int) -> Iterator[Problem]:
    low, high = getattr(method, least), getattr(method, most)
    for name, value in ((least, low), (most, high)):
        if value is not None and not 0 <= value <= limit:
            message = _("A whole number from 0 to %(most)s.")
            yield Problem(INPUT_NAMES.get(name, name), "INVALID", message, {"most": limit})
    if low is not None and high is not None and low > high:
        yield Problem(INPUT_NAMES.get(most, most), "INVALID", _("The most cannot be less than the least."))


def _carrier_problems(method: ShippingMethod) -> Iterator[Problem]:
    if not LEAST_PERCENT <= method.surcharge_percent <= MOST_PERCENT:
        message = _("From %(least)s to %(most)s per cent.")
        yield Problem("surcharge_percent", "INVALID", message, {"least": LEAST_PERCENT, "most": MOST_PERCENT})
    if len(method.carrier_services) > MOST_SERVICES:
        yield Problem("carrier_services", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_SERVICES})
    for index, code in enumerate(method.carrier_services):
        if not _SERVICE.fullmatch(code) or code.partition(":")[0] not in carriers():
            yield Problem("carrier_services", "NOT_FOUND", _("There is no such carrier."), index=index)


def _pickup_problems(method: ShippingMethod) -> Iterator[Problem]:
    warehouse = method.pickup_warehouse
    if warehouse is not None and (warehouse.seller_id != method.zone.seller_id or warehouse.closed_at):
        yield Problem("pickup_warehouse", "NOT_FOUND", _("You have no such warehouse."))
    if method.pickup_from and method.pickup_to and method.pickup_to < method.pickup_from:
        yield Problem("pickup_to", "INVALID", _("It has to end after it begins."))
