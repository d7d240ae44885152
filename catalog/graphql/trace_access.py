"""Who may write lots and read what is not on the public trace page: those who work for the seller."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from i18n.messages import gettext_noop as _
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, Rule, from_global_id, object_rule
from marketplace.sellers.graphql.access import is_member, member
from marketplace.sellers.member import MemberRole

Row = TypeVar("Row", TracePlace, TraceParty)
OWN_LOT = member(lambda lot: lot.seller_id)


def _own_steps(context: Any, steps: Sequence[Any]) -> list[bool]:
    """One query for the sellers of all steps."""
    lots = {step.lot_id for step in steps}
    sellers = dict(Lot.objects.filter(pk__in=lots).values_list("pk", "seller_id"))
    return [is_member(context, sellers[step.lot_id]) for step in steps]


OWN_STEP: Rule = object_rule("being packer of the seller", _own_steps)


def uuid_key(global_id: str, type_name: str, field: str) -> UUID:
    """The key of a row that is named by a UUID; raises `BadGlobalID`."""
    try:
        return UUID(from_global_id(global_id, type_name, field=field))
    except ValueError:
        raise BadGlobalID(global_id, type_name, field=field) from None


def find_lot(info: Any, global_id: str) -> Lot | None:
    """The lot for its seller's people; ``None`` for everybody else, as if there were none."""
    lot = Lot.objects.select_related("variant__product").filter(pk=uuid_key(global_id, "Lot", "id")).first()
    return lot if lot is not None and is_member(info.context, lot.seller_id) else None


def lot_for(info: Any, global_id: str, role: MemberRole = MemberRole.MANAGER, *, field: str = "id") -> Lot:
    """The lot to write. Raises NOT_FOUND for another seller's, ``PermissionDenied`` for a lower role."""
    lot = Lot.objects.select_related("variant__product").filter(pk=uuid_key(global_id, "Lot", field)).first()
    if lot is None or not is_member(info.context, lot.seller_id):
        raise InputError(_("You have no such lot."), field=field, code="NOT_FOUND")
    _require(info, lot.seller_id, role)
    return lot


def step_for(info: Any, global_id: str, *, field: str = "id") -> TraceStep:
    """The step to translate. Raises as `lot_for`."""
    step = TraceStep.objects.select_related("lot").filter(pk=uuid_key(global_id, "TraceStep", field)).first()
    if step is None or not is_member(info.context, step.lot.seller_id):
        raise InputError(_("You have no such step."), field=field, code="NOT_FOUND")
    _require(info, step.lot.seller_id, MemberRole.MANAGER)
    return step


def find_place(info: Any, global_id: str) -> TracePlace | None:
    """As `find_lot`."""
    return _visible(info, TracePlace, "TracePlace", global_id)


def find_party(info: Any, global_id: str) -> TraceParty | None:
    """As `find_lot`."""
    return _visible(info, TraceParty, "TraceParty", global_id)


def _visible(info: Any, table: type[Row], name: str, global_id: str) -> Row | None:
    found = table._default_manager.filter(pk=uuid_key(global_id, name, "id")).first()
    return found if found is not None and is_member(info.context, found.seller_id) else None


def place_for(info: Any, global_id: str, role: MemberRole = MemberRole.MANAGER, *, field: str = "id") -> TracePlace:
    """The place to write. Raises as `lot_for`."""
    return _row_for(info, TracePlace, "TracePlace", global_id, role, field)


def party_for(info: Any, global_id: str, role: MemberRole = MemberRole.MANAGER, *, field: str = "id") -> TraceParty:
    """The partner to write. Raises as `lot_for`."""
    return _row_for(info, TraceParty, "TraceParty", global_id, role, field)


def proposal_for(info: Any, global_id: str, *, field: str = "id") -> StepProposal:
    """The proposal to settle. Raises as `lot_for`."""
    rows = StepProposal.objects.select_related("lot")
    found = rows.filter(pk=uuid_key(global_id, "TraceStepProposal", field)).first()
    if found is None or not is_member(info.context, found.lot.seller_id):
        raise InputError(_("You have no such step."), field=field, code="NOT_FOUND")
    return found


def place_of(global_id: str | None, seller_id: int, *, field: str) -> TracePlace | None:
    """A place of this seller that is in use, to name in a step. Raises NOT_FOUND."""
    return _used_by(TracePlace, "TracePlace", global_id, seller_id, field)


def party_of(global_id: str | None, seller_id: int, *, field: str) -> TraceParty | None:
    """A partner of this seller that is in use. Raises NOT_FOUND."""
    return _used_by(TraceParty, "TraceParty", global_id, seller_id, field)


def material_of(global_id: str, seller_id: int, *, field: str) -> MaterialBatch:
    """A material of this seller. Raises NOT_FOUND."""
    found = MaterialBatch.objects.filter(pk=uuid_key(global_id, "MaterialBatch", field), seller=seller_id).first()
    if found is None:
        raise InputError(_("You have no such material."), field=field, code="NOT_FOUND")
    return found


def own_lot_row(global_id: str, seller_id: int, *, field: str) -> Lot:
    """Another lot of this seller. Raises NOT_FOUND."""
    rows = Lot.objects.select_related("variant")
    found = rows.filter(pk=uuid_key(global_id, "Lot", field), seller=seller_id).first()
    if found is None:
        raise InputError(_("You have no such lot."), field=field, code="NOT_FOUND")
    return found


_MESSAGES = {"TracePlace": _("You have no such place."), "TraceParty": _("You have no such partner.")}


def _row_for(info: Any, table: type[Row], name: str, global_id: str, role: MemberRole, field: str) -> Row:
    found: Any = table._default_manager.filter(pk=uuid_key(global_id, name, field)).first()
    if found is None or not is_member(info.context, found.seller_id):
        raise InputError(_MESSAGES[name], field=field, code="NOT_FOUND")
    _require(info, found.seller_id, role)
    row: Row = found
    return row


def _used_by(table: type[Row], name: str, global_id: str | None, seller_id: int, field: str) -> Row | None:
    if not global_id:
        return None
    rows = table._default_manager.filter(seller=seller_id, archived_at=None)
    found = rows.filter(pk=uuid_key(global_id, name, field)).first()
    if found is None:
        raise InputError(_MESSAGES[name], field=field, code="NOT_FOUND")
    return found


def _require(info: Any, seller_id: int, role: MemberRole) -> None:
    if not is_member(info.context, seller_id, role):
        raise PermissionDenied(_("Your role in this seller does not include this."))
