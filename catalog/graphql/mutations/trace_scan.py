"""``traceScanCount`` and ``tracePieceCheck``: somebody looks at a code."""

from typing import Any

from catalog.graphql.shopper_access import code_for
from catalog.graphql.types.shopper import PieceCheck
from catalog.traceability.shopper.checks.check_piece import check_piece
from catalog.traceability.shopper.scans.count_scan import count_scan
from catalog.traceability.shopper.scans.robot import is_robot
from i18n.graphql.types.country import CountryCode
from marketplace.graphql import ANYONE, Boolean, Field, Mutation, String
from marketplace.sellers.graphql.access import is_member


class TraceScanCount(Mutation):
    """The page of a code was opened. Counted by day and country; robots and the seller's own people are not."""

    class Arguments:
        code = String(required=True)
        country = CountryCode(description="From where, as far as the reader's browser or network says it.")

    class Meta:
        access = ANYONE

    counted = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, code: str, country: str | None = None) -> dict[str, Any]:
        found = code_for(code)
        context = info.context
        if is_robot(context.client.user_agent) or is_member(context, found.lot.seller_id):
            return {"counted": False}
        count_scan(code=found, country=country or "", now=context.now)
        return {"counted": True}


class TracePieceCheck(Mutation):
    """Check a piece by the hidden number of its label: the first time is told apart. Five wrong tries a day."""

    class Arguments:
        code = String(required=True)
        pin = String(required=True, description="Six characters below the scratch field; hyphens do not matter.")

    class Meta:
        access = ANYONE

    check = Field(PieceCheck)

    @classmethod
    def perform(cls, info: Any, *, code: str, pin: str) -> dict[str, Any]:
        return {"check": check_piece(code=code_for(code), pin=pin, now=info.context.now)}
