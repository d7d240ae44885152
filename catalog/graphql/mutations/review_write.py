"""``productReviewCreate``, ``-Update`` and ``-Delete``: for the buyer who was given the right."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.review_access import invitation_for, own_review
from catalog.graphql.types.review import ProductReview, ReviewInvitation
from catalog.reviews.write import rewrite_review, take_back_review, write_review
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.channels.graphql.errors import FEATURE_OFF, SWITCHED_OFF
from marketplace.graphql import ANYONE, ID, Field, InputError, InputObjectType, Int, Mutation, String


class ProductReviewInput(InputObjectType):
    """What is said."""

    rating = Int(required=True, description="1 to 5 stars.")
    text = String(required=True, description="Plain text, may be empty.")
    language_code = LanguageCodeEnum(required=True, description="What it is written in.")


class ProductReviewCreate(Mutation):
    """Review what one has bought, once for each bought line. It is read by staff before others see it."""

    class Arguments:
        invitation = ID(required=True)
        token = String(description="Of the right, for who bought without an account.")
        input = ProductReviewInput(required=True)

    class Meta:
        access = ANYONE
        creates = True
        error_codes = (FEATURE_OFF,)
        known_errors = {**errors.REFUSED, **SWITCHED_OFF}

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, invitation: str, input: Any, token: str | None = None) -> dict[str, Any]:
        right = invitation_for(info, invitation, token, field="invitation")
        if right is None:
            raise InputError(_("There is nothing of yours to review."), field="invitation", code="NOT_FOUND")
        return {"review": write_review(invitation=right, **_said(input))}


class ProductReviewUpdate(Mutation):
    """Say it differently; staff read it again. For its writer."""

    class Arguments:
        id = ID(required=True)
        token = String(description="Of the right it was written with, for who bought without an account.")
        input = ProductReviewInput(required=True)

    class Meta:
        access = ANYONE
        known_errors = errors.REFUSED

    review = Field(ProductReview)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, token: str | None = None) -> dict[str, Any]:
        return {"review": rewrite_review(review=own_review(info, id, token), **_said(input))}


class ProductReviewDelete(Mutation):
    """Take a review back. For its writer."""

    class Arguments:
        id = ID(required=True)
        token = String(description="Of the right it was written with, for who bought without an account.")

    class Meta:
        access = ANYONE

    invitation = Field(ReviewInvitation, description="The right to write another one.")

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None) -> dict[str, Any]:
        review = own_review(info, id, token)
        take_back_review(review=review)
        return {"invitation": review.invitation}


def _said(given: Any) -> dict[str, Any]:
    return {"rating": given["rating"], "text": given["text"], "language": str(given["language_code"])}
