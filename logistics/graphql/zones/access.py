"""Who sets delivery zones: the members of a seller read them, its managers change them. Buyers see what they offer."""

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.zones.method import ShippingMethod
from logistics.zones.zone import ShippingZone
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, Rule, integer_key
from marketplace.sellers.graphql.access import is_member, member_or
from marketplace.sellers.member import MemberRole

MEMBERS = member_or(Permission.ORDERS_MANAGE)
METHOD_MEMBERS = member_or(Permission.ORDERS_MANAGE, lambda method: method.zone.seller_id)
THROUGH_ITS_METHOD = Rule("reaching it through a delivery method one may see", lambda _context, _parents: True)


def find_zone(info: Any, global_id: str) -> ShippingZone | None:
    """The zone for its seller's people and for staff; ``None`` for everybody else, as if there were none."""
    zone = ShippingZone.objects.filter(pk=integer_key(global_id, "ShippingZone")).first()
    if zone is None or info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        return zone
    return zone if is_member(info.context, zone.seller_id) else None


def own_zone(info: Any, global_id: str, *, field: str = "id") -> ShippingZone:
    """The zone of a seller the caller manages. Raises `InputError` NOT_FOUND or `PermissionDenied`."""
    key = integer_key(global_id, "ShippingZone", field=field)
    zone = ShippingZone.objects.select_related("seller").filter(pk=key).first()
    if zone is None or not is_member(info.context, zone.seller_id):
        raise InputError(_("You have no such delivery zone."), field=field, code="NOT_FOUND")
    _require_manager(info, zone.seller_id)
    return zone


def own_method(info: Any, global_id: str, *, field: str = "id") -> ShippingMethod:
    """The same for a delivery method."""
    key = integer_key(global_id, "ShippingMethodType", field=field)
    method = ShippingMethod.objects.select_related("zone__seller", "pickup_warehouse").filter(pk=key).first()
    if method is None or not is_member(info.context, method.zone.seller_id):
        raise InputError(_("You have no such delivery method."), field=field, code="NOT_FOUND")
    _require_manager(info, method.zone.seller_id)
    return method


def _require_manager(info: Any, seller_id: int) -> None:
    if not is_member(info.context, seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
