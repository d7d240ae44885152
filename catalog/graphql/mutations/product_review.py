"""``productSubmit`` for sellers; ``productApprove`` and ``productReject`` for staff."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import STAFF, caller, own_product, product_for_review
from catalog.graphql.types.product import Product
from catalog.products.review import approve_product, reject_product, submit_product
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String

WRONG_STATE = ("WRONG_STATE",)


class ProductSubmit(Mutation):
    """Ask for approval of a draft or a rejected product. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = WRONG_STATE
        known_errors = errors.REVIEW

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"product": submit_product(product=own_product(info, id), by=caller(info))}


class ProductApprove(Mutation):
    """Let a waiting product be seen."""

    class Arguments:
        id = ID(required=True)
        note = String()

    class Meta:
        access = STAFF
        error_codes = WRONG_STATE
        known_errors = errors.REVIEW

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> dict[str, Any]:
        product = product_for_review(info, id)
        return {"product": approve_product(product=product, by=caller(info), note=note or "")}


class ProductReject(Mutation):
    """Refuse a waiting product, or take an approved one down; the seller reads the reason."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = WRONG_STATE
        known_errors = errors.REVIEW

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"product": reject_product(product=product_for_review(info, id), by=caller(info), reason=reason)}
