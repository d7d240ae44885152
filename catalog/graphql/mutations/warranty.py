"""``warrantyRegister``, ``warrantyConfirm``; for sellers ``warrantyTermsSet``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_product
from catalog.graphql.shopper_access import code_for
from catalog.graphql.types.lot import TraceCode
from catalog.graphql.types.product import Product
from catalog.traceability.shopper.warranty.register import (
    WarrantyData,
    WarrantyLinkOver,
    confirm_warranty,
    register_warranty,
)
from catalog.traceability.shopper.warranty.terms import set_warranty_terms
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    Date,
    Field,
    InputError,
    InputObjectType,
    Int,
    Mutation,
    String,
)


class WarrantyRegisterInput(InputObjectType):
    """What the buyer says."""

    code = String(required=True, description="As typed or scanned.")
    email = String(required=True)
    bought_on = Date(required=True)
    bought_at = String(description="Shop or site.")
    consents = Boolean(required=True, description="That the maker keeps the address for this piece's sake.")


class WarrantyRegister(Mutation):
    """Register a piece for its maker's warranty. A letter with a link to confirm it is sent."""

    class Arguments:
        input = WarrantyRegisterInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_codes = ("TOO_MANY",)
        known_errors = errors.REFUSED

    ends_on = Field(Date, description="The last day of the warranty, once confirmed.")

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        data = WarrantyData(
            email=input["email"],
            bought_on=input["bought_on"],
            bought_at=input.get("bought_at") or "",
            consents=input["consents"],
            language=info.context.language,
        )
        row = register_warranty(code=code_for(input["code"]), data=data, now=info.context.now)
        return {"ends_on": row.ends_on}


class WarrantyConfirm(Mutation):
    """Confirm a registration with the token of the mailed link; it works for three days."""

    class Arguments:
        token = String(required=True)

    class Meta:
        access = ANYONE
        known_errors = {
            WarrantyLinkOver: lambda _refusal: InputError(
                _("This link has been used for another registration or is too old. Register the piece again."),
                field="token",
            )
        }

    code = Field(TraceCode)
    ends_on = Field(Date, description="Its last day.")

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        row = confirm_warranty(token=token, now=info.context.now)
        return {"code": row.code, "ends_on": row.ends_on}


class WarrantyTermsSet(Mutation):
    """Say for how many months a product is stood for beside what the law gives; 0 for none. For managers."""

    class Arguments:
        product = ID(required=True)
        months = Int(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, product: str, months: int) -> dict[str, Any]:
        row = own_product(info, product, field="product")
        set_warranty_terms(product=row, months=months)
        return {"product": row}
