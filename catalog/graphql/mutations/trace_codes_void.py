"""``traceCodesVoid``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for
from catalog.traceability.mint_codes import MOST_AT_ONCE, void_codes
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, List, Mutation, NonNull, String


class TraceCodesVoid(Mutation):
    """Let lost or spoilt labels count no more; whoever looks one up is told so. For managers."""

    class Arguments:
        lot_id = ID(required=True, description="A lot of the seller whose codes they are.")
        codes = List(NonNull(String), required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = trace_errors.CODES

    codes = Field(List(NonNull(String)), description="The codes that were voided.")

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, codes: list[str], reason: str) -> dict[str, Any]:
        lot = lot_for(info, lot_id, field="lot_id")
        trace_errors.check_lengths({"reason": reason}, prefix="")
        if not 1 <= len(codes) <= MOST_AT_ONCE:
            raise InputError(_("From 1 to %(most)s codes are possible."), field="codes", params={"most": MOST_AT_ONCE})
        if not reason.strip():
            raise InputError(_("Please give a reason."), field="reason", code="REQUIRED")
        return {"codes": void_codes(seller_id=lot.seller_id, codes=codes, reason=reason)}
