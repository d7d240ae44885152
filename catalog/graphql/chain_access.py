"""Whose alarms and recalls: those of the sellers one works for, managers to write, and inspectors to read."""

from typing import Any
from uuid import UUID

from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.recall.recall import Recall, RecallReceiver
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, from_global_id, integer_key
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole


def is_inspector(info: Any) -> bool:
    actor = info.context.actor
    return actor is not None and bool(actor.has_permission(Permission.TRACEABILITY_INSPECT))


def readable_lot(info: Any, global_id: str) -> Lot | None:
    """For its seller's people and for inspectors; ``None`` for everybody else, as if there were none."""
    lot = Lot.objects.select_related("variant__product").filter(pk=_uuid(global_id, "Lot", "lot")).first()
    return lot if lot is not None and (is_member(info.context, lot.seller_id) or is_inspector(info)) else None


def readable_recall(info: Any, global_id: str) -> Recall | None:
    recall = Recall.objects.filter(pk=_uuid(global_id, "Recall", "id")).first()
    is_open_to = recall is not None and (is_member(info.context, recall.seller_id) or is_inspector(info))
    return recall if is_open_to else None


def recall_for(info: Any, global_id: str) -> Recall:
    """To write. Raises NOT_FOUND for another seller's, ``PermissionDenied`` for a lower role than manager."""
    recall = Recall.objects.select_related("seller").filter(pk=_uuid(global_id, "Recall", "id")).first()
    if recall is None or not is_member(info.context, recall.seller_id):
        raise InputError(_("You have no such recall."), field="id", code="NOT_FOUND")
    _require_manager(info, recall.seller_id)
    return recall


def receiver_for(info: Any, global_id: str) -> RecallReceiver:
    """To write. Raises as `recall_for`."""
    key = integer_key(global_id, "RecallReceiver", field="id")
    receiver = RecallReceiver.objects.select_related("recall").filter(pk=key).first()
    if receiver is None or not is_member(info.context, receiver.recall.seller_id):
        raise InputError(_("You have no such recall."), field="id", code="NOT_FOUND")
    _require_manager(info, receiver.recall.seller_id)
    return receiver


def alarm_for(info: Any, global_id: str) -> BalanceAlarm:
    """To write. Raises NOT_FOUND for another seller's, ``PermissionDenied`` for a lower role than manager."""
    alarm = BalanceAlarm.objects.filter(pk=_uuid(global_id, "BalanceAlarm", "id")).first()
    if alarm is None or not is_member(info.context, alarm.seller_id):
        raise InputError(_("You have no such notice."), field="id", code="NOT_FOUND")
    _require_manager(info, alarm.seller_id)
    return alarm


def _require_manager(info: Any, seller_id: int) -> None:
    if not is_member(info.context, seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))


def _uuid(global_id: str, type_name: str, field: str) -> UUID:
    try:
        return UUID(from_global_id(global_id, type_name, field=field))
    except ValueError:
        raise BadGlobalID(global_id, type_name, field=field) from None
