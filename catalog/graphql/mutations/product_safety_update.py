"""``productSafetyUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller, own_product
from catalog.graphql.types.product import Product
from catalog.products.safety import set_safety
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputObjectType, Mutation, String
from marketplace.sellers.graphql.mutations.responsible_person import own_person


class ProductSafetyInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    warnings = String(description="Text with line breaks, in the language the product is written in.")
    needs_no_warnings = Boolean(description="There is nothing to warn of.")
    responsible_person = ID(description="Null: the seller's usual one.")


class ProductSafetyUpdate(Mutation):
    """Say what buyers are warned of and who answers in the European Union. Changed warnings are reviewed again.

    For managers of the seller.
    """

    class Arguments:
        id = ID(required=True)
        input = ProductSafetyInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = errors.GATES
        error_extra = errors.CHANNEL
        known_errors = errors.GATED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        product = own_product(info, id)
        person = product.responsible_person
        if "responsible_person" in input:
            given = input["responsible_person"]
            person = own_person(info, given, field="responsible_person") if given else None
        warnings = input["warnings"] or "" if "warnings" in input else product.warnings
        none_needed = bool(input["needs_no_warnings"]) if "needs_no_warnings" in input else product.needs_no_warnings
        changed = set_safety(
            product=product,
            by=caller(info),
            warnings=warnings,
            needs_no_warnings=none_needed,
            responsible_person=person,
        )
        return {"product": changed}
