"""``productReviewReport``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.review_access import shown_review
from catalog.graphql.types.review import ProductReview, ReportReasonEnum
from catalog.reviews.report_abuse import report_review
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String


class ProductReviewReport(Mutation):
    """Tell staff that a review, or its answer, should not be there. Sellers and buyers never learn who told."""

    class Arguments:
        id = ID(required=True)
        reason = ReportReasonEnum(required=True)
        text = String(description="What is wrong with it.")

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: Any, text: str | None = None) -> dict[str, Any]:
        review = shown_review(info, id)
        report_review(review=review, reporter=info.context.actor, reason=str(reason), text=text or "")
        return {"review": review}
