"""Who may write lots and read what is not on the public trace page: those who work for the seller."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from i18n.messages import gettext_noop as _
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, Rule, from_global_id, object_rule
from marketplace.sellers.graphql.access import is_member, member
from marketplace.sellers.member import MemberRole

OWN_LOT = member(lambda lot: lot.seller_id)


def _own_steps(context: Any, steps: Sequence[Any]) -> list[bool]:
    """One query for the sellers of all steps."""
    lots = {step.lot_id for step in steps}
    sellers = dict(Lot.objects.filter(pk__in=lots).values_list("pk", "seller_id"))
    return [is_member(context, sellers[step.lot_id]) for step in steps]


OWN_STEP: Rule = object_rule("being packer of the seller", _own_steps)


def _uuid(global_id: str, type_name: str, field: str) -> UUID:
    try:
        return UUID(from_global_id(global_id, type_name, field=field))
    except ValueError:
        raise BadGlobalID(global_id, type_name, field=field) from None


def find_lot(info: Any, global_id: str) -> Lot | None:
    """The lot for its seller's people; ``None`` for everybody else, as if there were none."""
    lot = Lot.objects.select_related("variant__product").filter(pk=_uuid(global_id, "Lot", "id")).first()
    return lot if lot is not None and is_member(info.context, lot.seller_id) else None


def lot_for(info: Any, global_id: str, role: MemberRole = MemberRole.MANAGER, *, field: str = "id") -> Lot:
    """The lot to write. Raises NOT_FOUND for another seller's, ``PermissionDenied`` for a lower role."""
    lot = Lot.objects.select_related("variant__product").filter(pk=_uuid(global_id, "Lot", field)).first()
    if lot is None or not is_member(info.context, lot.seller_id):
        raise InputError(_("You have no such lot."), field=field, code="NOT_FOUND")
    _require(info, lot.seller_id, role)
    return lot


def step_for(info: Any, global_id: str, *, field: str = "id") -> TraceStep:
    """The step to translate. Raises as `lot_for`."""
    step = TraceStep.objects.select_related("lot").filter(pk=_uuid(global_id, "TraceStep", field)).first()
    if step is None or not is_member(info.context, step.lot.seller_id):
        raise InputError(_("You have no such step."), field=field, code="NOT_FOUND")
    _require(info, step.lot.seller_id, MemberRole.MANAGER)
    return step


def _require(info: Any, seller_id: int, role: MemberRole) -> None:
    if not is_member(info.context, seller_id, role):
        raise PermissionDenied(_("Your role in this seller does not include this."))
