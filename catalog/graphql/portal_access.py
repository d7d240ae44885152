"""Whose submissions are whose, and what portals refuse."""

from collections.abc import Mapping
from typing import Any

from catalog.graphql.trace_access import uuid_key
from catalog.traceability.portals.connection import NothingToConnect
from catalog.traceability.portals.discovery import UnknownPortal
from catalog.traceability.portals.rest.mapped import BadMapping
from catalog.traceability.portals.submission import IllegalMove, PortalSubmission
from catalog.traceability.portals.submit import NotConnected, ReceiptMissing, TooManySubmissions
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole
from marketplace.webhooks.address import AddressRefused, BadTarget

CODES = ("WRONG_STATE",)
_UNKNOWN: dict[type[Exception], Any] = {
    UnknownPortal: lambda _refusal: InputError(_("There is no such portal."), field="portal", code="NOT_FOUND"),
}
_ADDRESS = _("Give an address of the public internet that begins with https://.")
CONNECTION: Mapping[type[Exception], Any] = {
    **_UNKNOWN,
    NothingToConnect: lambda _refusal: InputError(_("This way needs no connection."), field="portal"),
    BadTarget: lambda _refusal: InputError(_ADDRESS, field="input.url"),
    AddressRefused: lambda _refusal: InputError(_ADDRESS, field="input.url"),
    BadMapping: lambda refusal: InputError(
        _("This pair of names is not possible: %(line)s"), field="input.fields", params={"line": refusal.line}
    ),
}
SUBMISSION: Mapping[type[Exception], Any] = {
    **_UNKNOWN,
    TooManySubmissions: lambda _refusal: InputError(
        _("Many records of this lot are still under way. Wait for their answers."), field="lot", code="WRONG_STATE"
    ),
    NotConnected: lambda _refusal: InputError(
        _("Enter the address of the system first."), field="id", code="WRONG_STATE"
    ),
    IllegalMove: lambda _refusal: InputError(
        _("The record has moved on. Load the page again to see what is possible now."), field="id", code="WRONG_STATE"
    ),
    ReceiptMissing: lambda _refusal: InputError(
        _("Give the number of the receipt, or why it was refused."), field="input.receipt", code="REQUIRED"
    ),
}


def own_submission(info: Any, global_id: str) -> PortalSubmission:
    """The record to change, for managers. Raises NOT_FOUND for another seller's, ``PermissionDenied`` for a packer."""
    key = uuid_key(global_id, "PortalSubmission", "id")
    row = PortalSubmission.objects.select_related("lot").filter(pk=key).first()
    if row is None or not is_member(info.context, row.lot.seller_id):
        raise InputError(_("You have no such record."), field="id", code="NOT_FOUND")
    if not is_member(info.context, row.lot.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return row
