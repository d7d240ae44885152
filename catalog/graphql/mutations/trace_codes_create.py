"""``traceCodesCreate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.lot import TraceCode
from catalog.traceability.mint_codes import MOST_AT_ONCE, mint_codes
from marketplace.graphql import ID, SIGNED_IN, Field, Int, List, Mutation, NonNull


class TraceCodesCreate(Mutation):
    """Make codes for labels of a lot, at most 1,000 at once. For managers."""

    class Arguments:
        lot_id = ID(required=True)
        count = Int(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.CODES
        cost = 20

    codes = Field(List(NonNull(TraceCode)), size=MOST_AT_ONCE)

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, count: int) -> dict[str, Any]:
        return {"codes": mint_codes(lot=lot_for(info, lot_id, field="lot_id"), count=count)}
