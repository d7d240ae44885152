"""Who may see and change webhooks: the managers of their seller; of the operator's, staff who manage orders."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, from_global_id, integer_key, object_rule
from marketplace.sellers.graphql.access import is_member, seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from marketplace.webhooks.delivery import WebhookDelivery
from marketplace.webhooks.webhook import Webhook


def may_manage(context: Any, seller_id: int | None) -> bool:
    if seller_id is None:
        return bool(context.actor.has_permission(Permission.ORDERS_MANAGE))
    return is_member(context, seller_id, MemberRole.MANAGER)


def _allows(context: Any, parents: Sequence[Any]) -> list[bool]:
    return [may_manage(context, parent.seller_id) for parent in parents]


MANAGERS = object_rule("being manager of the webhook's seller, or orders.manage for the operator's", _allows)


def owner_for(info: Any, seller: str | None) -> Seller | None:
    """The seller named, for its managers; nothing, for staff. Raises `InputError` or `PermissionDenied`."""
    if seller is not None:
        return seller_for(info, seller, MemberRole.MANAGER, field="seller")
    if not may_manage(info.context, None):
        raise PermissionDenied
    return None


def own_webhook(info: Any, global_id: str, *, field: str = "id") -> Webhook:
    """Raises `InputError` NOT_FOUND for one the caller has not, and `PermissionDenied` for a lower role."""
    webhook = Webhook.objects.filter(pk=integer_key(global_id, "Webhook", field=field)).first()
    return _own(info, webhook, webhook, field)


def own_delivery(info: Any, global_id: str, *, field: str = "id") -> WebhookDelivery:
    """The same for a delivery of one's own webhook."""
    rows = WebhookDelivery.objects.select_related("webhook")
    delivery = rows.filter(pk=_uuid(global_id, field)).first()
    return _own(info, delivery, delivery.webhook if delivery else None, field)


def _own(info: Any, row: Any, webhook: Webhook | None, field: str) -> Any:
    seller_id = webhook.seller_id if webhook else None
    if webhook is None or not (
        may_manage(info.context, seller_id) or (seller_id is not None and is_member(info.context, seller_id))
    ):
        raise InputError(_("You have no such webhook."), field=field, code="NOT_FOUND")
    if not may_manage(info.context, seller_id):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return row


def _uuid(global_id: str, field: str) -> UUID:
    try:
        return UUID(from_global_id(global_id, "WebhookDelivery", field=field))
    except ValueError:
        raise BadGlobalID(global_id, "WebhookDelivery", field=field) from None
