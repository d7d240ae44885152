"""``productReviewApprove`` and ``productReviewReject``: for staff who read reviews."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.review_access import STAFF, shown_review
from catalog.graphql.types.review import ProductReview
from catalog.reviews.moderate import approve_review, reject_review
from marketplace.graphql import ID, Field, Mutation, String


class ProductReviewApprove(Mutation):
    """Let everybody see a review, and count it. What was reported about it is settled."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"review": approve_review(review=shown_review(info, id), by=caller(info))}


class ProductReviewReject(Mutation):
    """Hide a review, and count it no more; its writer reads the reason."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"review": reject_review(review=shown_review(info, id), by=caller(info), reason=reason)}
