"""``bomUpdate``."""

from decimal import Decimal as Number
from typing import Any

from catalog.graphql.access import caller, own_product, own_variant
from catalog.graphql.errors import REFUSED
from catalog.models import ProductVariant
from i18n.messages import gettext_noop as _
from logistics.customs.origin.update_bill import MaterialData, update_bill
from logistics.graphql.origin.types import BillOfMaterials
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)


class BillMaterialInput(InputObjectType):
    """A material of one piece."""

    name = String(required=True)
    hs_code = String(description="4 to 12 digits, with or without points.")
    origin_country = String(description="ISO 3166-1 alpha-2; left out when nobody knows it.")
    value = Decimal(required=True, description="Of what goes into one piece.")
    currency = String(description="ISO 4217; the bill's when left out.")
    weight_grams = Int()
    supplier = String()
    declared = Boolean(description="Its supplier has declared its origin in writing.")


class BomUpdateInput(InputObjectType):
    """The whole bill: what is not in it is gone."""

    currency = String(required=True, description="ISO 4217; of the prices.")
    ex_works = Decimal(description="Price of a piece at the maker's gate, without tax.")
    free_on_board = Decimal()
    materials = List(NonNull(BillMaterialInput), required=True)


class BomUpdate(Mutation):
    """Say what a product, or one of its variants, is made of. For managers of the seller."""

    class Arguments:
        product = ID(required=True)
        variant = ID()
        input = BomUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    bill_of_materials = Field(BillOfMaterials)

    @classmethod
    def perform(cls, info: Any, *, product: str, input: Any, variant: str | None = None) -> dict[str, Any]:
        found = own_product(info, product, field="product")
        currency = input["currency"].strip().upper()
        bill = update_bill(
            product=found,
            variant=_variant_of(info, found.pk, variant),
            currency=currency,
            ex_works=input.get("ex_works"),
            free_on_board=input.get("free_on_board"),
            materials=[_material(each, currency) for each in input["materials"]],
            by=caller(info),
        )
        return {"bill_of_materials": bill}


def _variant_of(info: Any, product_id: int, global_id: str | None) -> ProductVariant | None:
    if global_id is None:
        return None
    variant = own_variant(info, global_id, field="variant")
    if variant.product_id != product_id:
        raise InputError(_("You have no such variant."), field="variant", code="NOT_FOUND")
    return variant


def _material(data: Any, currency: str) -> MaterialData:
    value: Number = data["value"]
    return MaterialData(
        name=data["name"].strip(),
        hs_code="".join(sign for sign in data.get("hs_code") or "" if sign not in ". "),
        origin_country=(data.get("origin_country") or "").strip().upper(),
        value=value,
        currency=(data.get("currency") or currency).strip().upper(),
        weight_g=data.get("weight_grams") or 0,
        supplier=(data.get("supplier") or "").strip(),
        declared=bool(data.get("declared")),
    )
