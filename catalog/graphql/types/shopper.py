"""What shoppers tell the maker of a piece, in the API."""

from typing import Any

from catalog.graphql.shopper_access import OWN, OWN_MANAGED
from catalog.graphql.types.lot import TraceCode
from catalog.traceability.shopper.checks import check_piece
from i18n.graphql.types.language import LanguageDisplay
from marketplace.graphql import (
    ANYONE,
    ID,
    Date,
    DateTime,
    Enum,
    Field,
    Int,
    ObjectType,
    String,
    connection_type,
    related,
)

PieceCheckOutcome = Enum.from_enum(
    check_piece.CheckOutcome,
    name="PieceCheckOutcome",
    description="FIRST: the right number, for the first time. CHECKED_BEFORE: the right number again. LOCKED: too many"
    " wrong tries today. NOT_OFFERED: the label has no hidden number, or was declared void.",
)


class PieceCheck(ObjectType):
    """What the hidden number of a label says about the piece. Nothing is kept of who asked."""

    class Meta:
        access = ANYONE

    outcome = Field(PieceCheckOutcome, required=True)
    first_checked_at = Field(DateTime, description="When the right number was typed for the first time.")
    checks = Field(Int, required=True, description="How often the right number was typed, this time included.")
    tries_left = Field(Int, required=True, description="Wrong ones that are still looked at today.")


class TraceFeedback(ObjectType):
    """A word from somebody with the piece in hand. Nobody knows whether it was bought: it is no review."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    code = Field(TraceCode, required=True)
    rating = Field(Int, required=True, description="One to five stars.")
    text = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="Of the page it was written on.")
    created_at = Field(DateTime, required=True)

    resolve_code = related("code")


class WarrantyRegistration(ObjectType):
    """A buyer who registered a piece and confirmed the address."""

    class Meta:
        access = OWN_MANAGED

    id = Field(ID, required=True)
    code = Field(TraceCode, required=True)
    email = Field(String, required=True, description="To be used for this piece's sake alone.")
    bought_on = Field(Date, required=True)
    bought_at = Field(String)
    ends_on = Field(Date, required=True, description="Its last day.")
    confirmed_at = Field(DateTime, required=True)

    resolve_code = related("code")

    @staticmethod
    def resolve_bought_at(row: Any, info: Any) -> str | None:
        return row.bought_at or None


TraceFeedbackCountableConnection = connection_type(TraceFeedback)
WarrantyRegistrationCountableConnection = connection_type(WarrantyRegistration)
