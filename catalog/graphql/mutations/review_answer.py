"""``productReviewAnswer``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.review_access import sellers_review
from catalog.graphql.types.review import ProductReview
from catalog.reviews.answer import answer_review
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation, String


class ProductReviewAnswer(Mutation):
    """Answer a review of one's product, or change the answer; an empty text takes it away. For managers."""

    class Arguments:
        id = ID(required=True)
        text = String(required=True)
        language_code = LanguageCodeEnum(required=True, description="What the answer is written in.")

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, id: str, text: str, language_code: Any) -> dict[str, Any]:
        review = sellers_review(info, id)
        return {"review": answer_review(review=review, text=text, language=str(language_code), by=caller(info))}
