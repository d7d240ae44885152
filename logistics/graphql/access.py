"""Who may see and follow shipments: those who work for the seller, and staff."""

from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from logistics.shipments.shipment import Shipment
from marketplace.accounts.permissions import Permission
from marketplace.graphql import BadGlobalID, InputError, from_global_id
from marketplace.sellers.graphql.access import is_member


def uuid_key(global_id: str, type_name: str, *, field: str = "id") -> UUID:
    """The UUID in a global id; raises ``BadGlobalID`` for anything else."""
    try:
        return UUID(from_global_id(global_id, type_name, field=field))
    except ValueError:
        raise BadGlobalID(global_id, type_name, field=field) from None


def find_shipment(info: Any, global_id: str) -> Shipment | None:
    """The shipment for its seller's people and for staff; ``None`` for everybody else, as if there were none."""
    shipment = Shipment.objects.filter(pk=uuid_key(global_id, "Shipment")).first()
    if shipment is None or info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        return shipment
    return shipment if is_member(info.context, shipment.seller_id) else None


def shipment_for_member(info: Any, global_id: str) -> Shipment:
    """The shipment for the people of its seller only; raises NOT_FOUND for everybody else."""
    shipment = Shipment.objects.filter(pk=uuid_key(global_id, "Shipment")).first()
    if shipment is None or not is_member(info.context, shipment.seller_id):
        raise InputError(_("There is no such shipment."), field="id", code="NOT_FOUND")
    return shipment
