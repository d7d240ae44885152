"""Reviews in the API: of their writers they tell a first name and a country, never more."""

from typing import Any

from django.db.models import prefetch_related_objects

from catalog.graphql.access import visible_products
from catalog.graphql.review_access import STAFF, WRITER_OR_STAFF, is_written_by
from catalog.models import Review as ReviewRow
from catalog.models import ReviewInvitation as InvitationRow
from catalog.models import ReviewModeration as ModerationRow
from catalog.models import ReviewReport as ReportRow
from catalog.reviews import report, review
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_list,
)

THROUGH_ITS_REVIEW = Rule("reaching it through a review whose history one may read", lambda _context, _parents: True)
THROUGH_ITS_RIGHT = Rule("having been given it, by account or by token", lambda _context, _parents: True)
ReviewStatusEnum = Enum.from_enum(
    review.ReviewStatus,
    name="ProductReviewStatus",
    description="PENDING until staff have read it, then APPROVED and seen by everybody, or REJECTED.",
)
ReportReasonEnum = Enum.from_enum(
    report.ReportReason, name="ProductReviewReportReason", description="What is wrong with a review."
)


def _product() -> Any:
    from catalog.graphql.types.product import Product  # the two types name each other

    return Product


class ReviewAnswer(ObjectType):
    """The seller's answer."""

    class Meta:
        access = ANYONE

    text = Field(String, required=True)
    language = Field(LanguageDisplay, required=True)
    created = Field(DateTime, required=True)

    resolve_text = attribute("answer")
    resolve_language = attribute("answer_language")
    resolve_created = attribute("answered_at")


class ReviewModerationStep(ObjectType):
    """One step of a review's reading."""

    class Meta:
        access = THROUGH_ITS_REVIEW

    status = Field(ReviewStatusEnum, required=True)
    reason = Field(String, required=True)
    at = Field(DateTime, required=True)
    by = Field(String, access=STAFF, description="Which of the staff; null for its writer's own doing.")

    @staticmethod
    @batch
    def resolve_by(rows: list[ModerationRow], info: Any) -> list[str | None]:
        prefetch_related_objects(rows, "by")
        return [f"{row.by.last_name} {row.by.first_name}".strip() or None if row.by else None for row in rows]


class ReviewReport(ObjectType):
    """Somebody says that a review should not be there. Who, is nobody's business."""

    class Meta:
        access = STAFF

    reason = Field(ReportReasonEnum, required=True)
    text = Field(String, required=True)
    created = Field(DateTime, required=True)
    settled_at = Field(DateTime)

    resolve_created = attribute("created_at")


class ProductReview(ObjectType):
    """What somebody who bought a product says of it."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    product = Field(_product, description="Null when it is no longer shown.")
    product_name = Field(String, required=True, description="As the seller writes it.")
    rating = Field(Int, required=True, description="1 to 5 stars.")
    text = Field(String, required=True, description="Plain text with line breaks.")
    language = Field(LanguageDisplay, required=True, description="What it is written in.")
    author_name = Field(String, description="A first name; null when none was given.")
    author_country = Field(CountryDisplay)
    variant_name = Field(String, description="Which version was bought.")
    created = Field(DateTime, required=True)
    is_mine = Field(Boolean, required=True, description="The caller wrote it.")
    status = Field(ReviewStatusEnum, required=True)
    answer = Field(ReviewAnswer)
    history = Field(List(NonNull(ReviewModerationStep)), access=WRITER_OR_STAFF)
    reports = Field(List(NonNull(ReviewReport)), access=STAFF)

    resolve_created = attribute("created_at")
    resolve_product = related("product", queryset=visible_products)
    resolve_history = related_list(lambda info, **args: ModerationRow.objects.order_by("at", "pk"), by="review_id")
    resolve_reports = related_list(lambda info, **args: ReportRow.objects.order_by("created_at", "pk"), by="review_id")

    @staticmethod
    @batch
    def resolve_product_name(rows: list[ReviewRow], info: Any) -> list[str]:
        prefetch_related_objects(rows, "product")
        return [row.product.name for row in rows]

    @staticmethod
    @batch
    def resolve_author_name(rows: list[ReviewRow], info: Any) -> list[str | None]:
        return [row.first_name or None for row in rows]

    @staticmethod
    @batch
    def resolve_author_country(rows: list[ReviewRow], info: Any) -> list[str | None]:
        return [row.country or None for row in rows]

    @staticmethod
    @batch
    def resolve_variant_name(rows: list[ReviewRow], info: Any) -> list[str | None]:
        prefetch_related_objects(rows, "invitation")
        return [row.invitation.variant_name or None for row in rows]

    @staticmethod
    @batch
    def resolve_is_mine(rows: list[ReviewRow], info: Any) -> list[bool]:
        return is_written_by(info.context, rows)

    @staticmethod
    @batch
    def resolve_answer(rows: list[ReviewRow], info: Any) -> list[ReviewRow | None]:
        return [row if row.answer else None for row in rows]


ProductReviewCountableConnection = connection_type(ProductReview)


class ReviewInvitation(ObjectType):
    """The right to review what was bought. For the buyer alone."""

    class Meta:
        access = THROUGH_ITS_RIGHT

    id = Field(ID, required=True)
    token = Field(String, description="For who bought without an account; null for who has one.")
    product = Field(_product, description="Null when it is no longer shown.")
    product_name = Field(String, required=True, description="As the seller writes it.")
    variant_name = Field(String)
    shown_name = Field(String, description="The first name that the review will show.")
    shown_country = Field(CountryDisplay)
    created = Field(DateTime, required=True)
    review = Field(ProductReview, description="What was written with it.")

    resolve_created = attribute("created_at")
    resolve_product = related("product", queryset=visible_products)

    @staticmethod
    @batch
    def resolve_token(rows: list[InvitationRow], info: Any) -> list[str | None]:
        return [row.token if row.user_id is None else None for row in rows]

    @staticmethod
    @batch
    def resolve_product_name(rows: list[InvitationRow], info: Any) -> list[str]:
        prefetch_related_objects(rows, "product")
        return [row.product.name for row in rows]

    @staticmethod
    @batch
    def resolve_variant_name(rows: list[InvitationRow], info: Any) -> list[str | None]:
        return [row.variant_name or None for row in rows]

    @staticmethod
    @batch
    def resolve_shown_name(rows: list[InvitationRow], info: Any) -> list[str | None]:
        return [row.first_name or None for row in rows]

    @staticmethod
    @batch
    def resolve_shown_country(rows: list[InvitationRow], info: Any) -> list[str | None]:
        return [row.country or None for row in rows]

    @staticmethod
    @batch
    def resolve_review(rows: list[InvitationRow], info: Any) -> list[ReviewRow | None]:
        found = {each.invitation_id: each for each in ReviewRow.objects.filter(invitation__in=rows)}
        return [found.get(row.pk) for row in rows]
