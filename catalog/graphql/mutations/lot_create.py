"""``lotCreate``."""

from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.types.lot import Lot
from catalog.products.variant import ProductVariant
from catalog.traceability.create_lot import LotData, create_lot
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Date,
    Field,
    InputError,
    InputObjectType,
    Int,
    Mutation,
    PermissionDenied,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole


class LotCreateInput(InputObjectType):
    """Goods of one variant made together."""

    variant = ID(required=True)
    number = String(description="The next of the seller's series when left out; see numberSeriesUpdate.")
    produced_on = Date(required=True)
    expires_on = Date()
    quantity = Int(required=True, description="Pieces.")
    place = String(required=True)
    note = String()
    trade = String(description="Whose template its steps follow; that of the seller's own trade when left out.")
    source_language = LanguageCodeEnum(description="Of the note; Vietnamese when left out.")


class LotCreate(Mutation):
    """Create a lot of one of the caller's variants. For managers."""

    class Arguments:
        input = LotCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.LOT

    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        variant = _own_variant(info, input["variant"])
        trace_errors.check_lengths(input)
        data = LotData(
            number=input.get("number") or "",
            produced_on=input["produced_on"],
            expires_on=input.get("expires_on"),
            quantity=input["quantity"],
            place=input["place"],
            note=input.get("note") or "",
            trade=input.get("trade") or "",
            source_language=str(input.get("source_language") or "vi"),
        )
        return {"lot": create_lot(variant=variant, data=data)}


def _own_variant(info: Any, global_id: str) -> ProductVariant:
    key = integer_key(global_id, "ProductVariant", field="input.variant")
    variant = ProductVariant.objects.current().select_related("product").filter(pk=key).first()
    if variant is None or not is_member(info.context, variant.seller_id):
        raise InputError(_("You have no such variant."), field="input.variant", code="NOT_FOUND")
    if not is_member(info.context, variant.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return variant
