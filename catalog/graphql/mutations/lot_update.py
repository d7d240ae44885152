"""``lotUpdate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.lot import Lot
from catalog.traceability.create_lot import LotData, update_lot
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Date, Field, InputObjectType, Int, Mutation, String

KEPT = ("number", "produced_on", "quantity", "place", "source_language", "trade")


class LotUpdateInput(InputObjectType):
    """What is left out stays as it is; ``expiresOn`` null takes it away."""

    number = String()
    produced_on = Date()
    expires_on = Date()
    quantity = Int()
    place = String()
    note = String()
    trade = String()
    source_language = LanguageCodeEnum()


class LotUpdate(Mutation):
    """Correct what was said of a lot. Its steps are corrected by new steps. For managers."""

    class Arguments:
        id = ID(required=True)
        input = LotUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = trace_errors.LOT

    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        lot = lot_for(info, id)
        trace_errors.check_lengths(input)
        values: dict[str, Any] = {name: getattr(lot, name) for name in (*KEPT, "expires_on", "note")}
        values |= {name: input[name] for name in KEPT if input.get(name) is not None}
        values |= {"expires_on": input["expires_on"]} if "expires_on" in input else {}
        values |= {"note": input["note"] or ""} if "note" in input else {}
        values["source_language"] = str(values["source_language"])
        return {"lot": update_lot(lot=lot, data=LotData(**values))}
