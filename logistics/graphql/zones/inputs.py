"""Inputs of delivery zones as the verbs want them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from catalog.graphql.inputs import channel_of_id, each_once
from catalog.models import Product, Warehouse
from i18n.messages import gettext_noop as _
from logistics.zones.method import MethodType
from logistics.zones.method_fields import MOST_WEIGHT_G, MethodFields
from logistics.zones.zone_fields import MOST_REGIONS, ZoneFields
from marketplace.channels.models import Channel
from marketplace.graphql import InputError, integer_key

MOST_COUNTRIES = 250
MOST_CHANGED = 100
LONGEST_TEXT = 4000


def channels_of(global_ids: Sequence[str] | None, *, field: str) -> list[Channel]:
    """Raises `InputError` for one that there is not, or for one named twice."""
    each_once(global_ids or (), field=field)
    return [channel_of_id(each, field=field) for each in global_ids or ()]


def zone_fields(given: Any) -> ZoneFields:
    """What the input names; null is as if it were left out."""
    fields: ZoneFields = {}
    if given.get("name") is not None:
        fields["name"] = _bounded(given["name"], "name")
    if "description" in given:
        fields["description"] = _bounded(given["description"] or "", "description")
    if given.get("default") is not None:
        fields["is_default"] = given["default"]
    if given.get("countries") is not None:
        fields["countries"] = _at_most(given["countries"], MOST_COUNTRIES, "countries")
    if given.get("regions") is not None:
        regions = _at_most(given["regions"], MOST_REGIONS, "regions")
        fields["regions"] = [
            {"country": each["country"], "region": _bounded(each["region"], "regions")} for each in regions
        ]
    return fields


_TEXTS = ("name", "description", "pickup_place", "pickup_hours")
_NULLABLE = ("minimum_delivery_days", "maximum_delivery_days", "pickup_from", "pickup_to")


def method_fields(given: Any) -> MethodFields:
    """What the input names; null takes away a limit, a day or a text."""
    fields: dict[str, Any] = {name: _bounded(given[name] or "", name) for name in _TEXTS if name in given}
    fields |= {name: given[name] for name in _NULLABLE if name in given}
    for name in ("minimum_order_weight", "maximum_order_weight"):
        if name in given:
            fields[f"{name}_g"] = _grams(given[name], name)
    if given.get("type"):
        fields["type"] = MethodType(str(getattr(given["type"], "value", given["type"])))
    if given.get("carrier_services") is not None:
        services = _at_most(given["carrier_services"], MOST_CHANGED, "carrier_services")
        fields["carrier_services"] = [_bounded(each, "carrier_services") for each in services]
    if given.get("surcharge_percent") is not None:
        fields["surcharge_percent"] = _percent(given["surcharge_percent"])
    if "pickup_warehouse" in given:
        fields["pickup_warehouse"] = _warehouse(given["pickup_warehouse"])
    if given.get("is_active") is not None:
        fields["is_active"] = given["is_active"]
    return fields  # type: ignore[return-value]  # the keys are those of MethodFields


def products_of(global_ids: Sequence[str], *, seller_id: int) -> list[Product]:
    """Raises `InputError` for one that the seller has not."""
    keys = {integer_key(each, "Product", field="products") for each in _at_most(global_ids, MOST_CHANGED, "products")}
    found = list(Product.objects.current().filter(pk__in=keys, seller_id=seller_id))
    if len(found) < len(keys):
        raise InputError(_("You have no such product."), field="products", code="NOT_FOUND")
    return found


def _warehouse(global_id: str | None) -> Warehouse | None:
    """Whose it is, the verb looks at."""
    if global_id is None:
        return None
    found = Warehouse.objects.filter(pk=integer_key(global_id, "Warehouse", field="pickup_warehouse")).first()
    if found is None:
        raise InputError(_("You have no such warehouse."), field="pickup_warehouse", code="NOT_FOUND")
    return found


def _grams(kilograms: Decimal | None, field: str) -> int | None:
    if kilograms is None:
        return None
    grams = kilograms * 1000
    if grams != grams.to_integral_value() or abs(grams) > MOST_WEIGHT_G:
        raise InputError(_("A weight in kilograms, to the gram."), field=field)
    return int(grams)


def _percent(percent: Decimal) -> Decimal:
    if percent.quantize(Decimal("0.01")) != percent:
        raise InputError(_("At most two decimals."), field="surcharge_percent")
    return percent


def _bounded(text: str, field: str) -> str:
    if len(text) > LONGEST_TEXT or "\x00" in text:
        raise InputError(_("At most %(limit)s characters."), field=field, params={"limit": LONGEST_TEXT})
    return text


def _at_most(given: Sequence[Any], most: int, field: str) -> list[Any]:
    if len(given) > most:
        raise InputError(_("At most %(limit)s."), field=field, code="TOO_MANY", params={"limit": most})
    return list(given)
