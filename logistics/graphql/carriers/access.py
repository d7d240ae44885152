"""Who may see and change accounts with carriers: managers of the seller; of the marketplace's own, orders.manage."""

from collections.abc import Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from logistics.carriers.accounts.carrier_account import CarrierAccount
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, integer_key, object_rule
from marketplace.sellers.graphql.access import is_member, seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller


def may_manage(context: Any, seller_id: int | None) -> bool:
    if seller_id is None:
        return bool(context.actor.has_permission(Permission.ORDERS_MANAGE))
    return is_member(context, seller_id, MemberRole.MANAGER)


def _allows(context: Any, parents: Sequence[Any]) -> list[bool]:
    return [may_manage(context, parent.seller_id) for parent in parents]


MANAGERS = object_rule("being manager of the account's seller, or orders.manage for the marketplace's own", _allows)


def owner_for(info: Any, seller: str | None) -> Seller | None:
    """The seller named, for its managers; nothing, for staff. Raises `InputError` or `PermissionDenied`."""
    if seller is not None:
        return seller_for(info, seller, MemberRole.MANAGER, field="seller")
    if not may_manage(info.context, None):
        raise PermissionDenied
    return None


def own_account(info: Any, global_id: str) -> CarrierAccount:
    """A live one. Raises `InputError` NOT_FOUND for one the caller has not, `PermissionDenied` for a lower role."""
    found = CarrierAccount.objects.live().filter(pk=integer_key(global_id, "CarrierAccount")).first()
    seller_id = found.seller_id if found else None
    if found is None or not (
        may_manage(info.context, seller_id) or (seller_id is not None and is_member(info.context, seller_id))
    ):
        raise InputError(_("You have no such account."), field="id", code="NOT_FOUND")
    if not may_manage(info.context, seller_id):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return found
