"""Who reads what shoppers tell, and who acts on it: the seller's people; of fakes also whoever takes goods down."""

from typing import Any
from uuid import UUID

from catalog.models import FakeReport, ScanAlert, TraceCode
from catalog.traceability.code import normalise
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import BadGlobalID, InputError, PermissionDenied, from_global_id, integer_key
from marketplace.sellers.graphql.access import is_member, member, member_or
from marketplace.sellers.member import MemberRole

OWN = member(lambda row: row.seller_id)
OWN_MANAGED = member(lambda row: row.seller_id, MemberRole.MANAGER)
OWN_OR_OPERATOR = member_or(Permission.TAKEDOWNS_MANAGE)


def code_for(code: str, *, field: str | None = "code") -> TraceCode:
    """A code as typed or scanned, with its lot and product. Raises `InputError` NOT_FOUND."""
    normal = normalise(code)
    found = TraceCode.objects.select_related("lot__variant__product", "lot__seller").filter(pk=normal).first()
    if normal is None or found is None:
        raise InputError(_("No maker here has given out this code."), field=field, code="NOT_FOUND")
    return found


def alert_for(info: Any, global_id: str) -> ScanAlert:
    """An alert of a seller one works for. Raises `InputError` NOT_FOUND."""
    found = ScanAlert.objects.filter(pk=integer_key(global_id, "ScanAlert")).first()
    if found is None or not is_member(info.context, found.seller_id):
        raise InputError(_("You have no such alert."), field="id", code="NOT_FOUND")
    return found


def fake_report_for(info: Any, global_id: str) -> tuple[FakeReport, bool]:
    """The case, and whether the caller acts as the operator. Raises NOT_FOUND, or `PermissionDenied` for packers."""
    try:
        key = UUID(from_global_id(global_id, "FakeReport", field="id"))
    except ValueError:
        raise BadGlobalID(global_id, "FakeReport", field="id") from None
    found = FakeReport.objects.filter(pk=key).first()
    is_operator = info.context.actor.has_permission(Permission.TAKEDOWNS_MANAGE)
    works_there = found is not None and found.seller_id is not None and is_member(info.context, found.seller_id)
    if found is None or not (is_operator or works_there):
        raise InputError(_("There is no such report."), field="id", code="NOT_FOUND")
    if not is_operator and not is_member(info.context, found.seller_id or 0, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return found, is_operator
