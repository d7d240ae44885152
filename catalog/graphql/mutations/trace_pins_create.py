"""``tracePinsCreate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for
from catalog.traceability.mint_codes import MOST_AT_ONCE
from catalog.traceability.shopper.checks.make_pins import PinsMadeAlready, make_pins
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, ID, SIGNED_IN, Field, InputError, List, Mutation, NonNull, ObjectType, String


class TracePin(ObjectType):
    """The hidden number of a code, to be printed below a scratch field. It is told this once."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    pin = Field(String, required=True)


class TracePinsCreate(Mutation):
    """Make hidden numbers for codes of a lot, at most 1,000 at once. They cannot be read again. For managers."""

    class Arguments:
        lot_id = ID(required=True)
        codes = List(NonNull(String), required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = {
            **trace_errors.CODES,
            PinsMadeAlready: lambda refusal: InputError(
                _("These labels have hidden numbers already: %(codes)s."),
                field="codes",
                code="UNIQUE",
                params={"codes": ", ".join(refusal.codes[:5])},
            ),
        }
        cost = 20

    pins = Field(List(NonNull(TracePin)), size=MOST_AT_ONCE)

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, codes: list[str]) -> dict[str, Any]:
        lot = lot_for(info, lot_id, field="lot_id")
        if not 1 <= len(codes) <= MOST_AT_ONCE:
            raise InputError(_("From 1 to %(most)s codes are possible."), field="codes", params={"most": MOST_AT_ONCE})
        made = make_pins(seller_id=lot.seller_id, codes=codes)
        return {"pins": [{"code": code, "pin": pin} for code, pin in made.items()]}
