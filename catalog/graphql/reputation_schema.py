"""Certificates, reviews, favourites and related products: their part of the public API."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from catalog.favorites.favorite import Favorite as FavoriteRow
from catalog.graphql.access import own_certificate
from catalog.graphql.mutations.certificate import CertificateCreate, CertificateDelete, CertificateUpdate
from catalog.graphql.mutations.favorite import FavoriteAdd, FavoriteRemove
from catalog.graphql.mutations.product_related_update import ProductRelatedUpdate
from catalog.graphql.mutations.review_answer import ProductReviewAnswer
from catalog.graphql.mutations.review_moderate import ProductReviewApprove, ProductReviewReject
from catalog.graphql.mutations.review_report import ProductReviewReport
from catalog.graphql.mutations.review_write import ProductReviewCreate, ProductReviewDelete, ProductReviewUpdate
from catalog.graphql.review_access import invitation_for, open_invitations, visible_reviews
from catalog.graphql.types.certificate import Certificate
from catalog.graphql.types.favorite import FavoriteCountableConnection
from catalog.graphql.types.review import (
    ProductReview,
    ProductReviewCountableConnection,
    ReviewInvitation,
    ReviewStatusEnum,
)
from catalog.models import Certificate as CertificateRow
from catalog.models import Review as ReviewRow
from catalog.models import ReviewInvitation as InvitationRow
from catalog.models import ReviewReport
from catalog.reviews.review import ReviewStatus
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import seller_for

MOST_INVITATIONS = 50


class ProductReviewFilterInput(InputObjectType):
    """Reviews that fit all of it."""

    status = ReviewStatusEnum(description="Others than APPROVED are one's own, and for staff all.")
    product = ID()
    seller = ID()
    mine = Boolean(description="Written by the caller.")
    reported = Boolean(description="With reports that staff have not settled. For staff.")
    answered = Boolean(description="With or without an answer of the seller.")


class ReputationQueries(ObjectType):
    """What products say of themselves, and what is said of them."""

    certificates = Field(
        NonNull(List(NonNull(Certificate))),
        seller=ID(required=True),
        access=SIGNED_IN,
        description="All of a seller's that were not removed; what ends first comes first. For its members.",
    )
    certificate = Field(Certificate, id=ID(required=True), access=SIGNED_IN, description="For the seller's managers.")
    product_reviews = ConnectionField(
        ProductReviewCountableConnection,
        filter=ProductReviewFilterInput(),
        access=ANYONE,
        description="Newest first; what waits to be read comes oldest first.",
    )
    product_review = Field(ProductReview, id=ID(required=True), access=ANYONE, description="One the caller may see.")
    review_invitation = Field(
        ReviewInvitation,
        id=ID(required=True),
        token=String(description="For who bought without an account."),
        access=ANYONE,
        description="The right to review something bought; null for everybody but its buyer.",
    )
    review_invitations = Field(
        NonNull(List(NonNull(ReviewInvitation))),
        access=SIGNED_IN,
        description="What the caller has bought and not reviewed yet, latest first, at most fifty.",
    )
    favorites = ConnectionField(
        FavoriteCountableConnection, access=SIGNED_IN, description="The caller's, latest first."
    )

    @staticmethod
    def resolve_certificates(root: Any, info: Any, seller: str) -> list[CertificateRow]:
        owner = seller_for(info, seller, field="seller")
        rows = CertificateRow.objects.current().filter(seller=owner).order_by("pk")
        return sorted(rows, key=lambda row: (row.valid_until is None, row.valid_until or row.valid_from))

    @staticmethod
    def resolve_certificate(root: Any, info: Any, id: str) -> CertificateRow:
        return own_certificate(info, id)

    @staticmethod
    def resolve_product_reviews(root: Any, info: Any, filter: Any = None) -> QuerySet[ReviewRow]:
        return _filtered(info, filter or {})

    @staticmethod
    def resolve_product_review(root: Any, info: Any, id: str) -> ReviewRow | None:
        return visible_reviews(info).filter(pk=integer_key(id, "ProductReview")).first()

    @staticmethod
    def resolve_review_invitation(root: Any, info: Any, id: str, token: str | None = None) -> InvitationRow | None:
        return invitation_for(info, id, token)

    @staticmethod
    def resolve_review_invitations(root: Any, info: Any) -> list[InvitationRow]:
        rows = InvitationRow.objects.filter(user_id=info.context.actor.id, review__isnull=True)
        found = list(rows.order_by("-created_at", "-pk")[:MOST_INVITATIONS])
        open_invitations(info, found)
        return found

    @staticmethod
    def resolve_favorites(root: Any, info: Any) -> QuerySet[FavoriteRow]:
        return FavoriteRow.objects.filter(user_id=info.context.actor.id).order_by("-created_at", "-pk")


def _filtered(info: Any, wanted: Any) -> QuerySet[ReviewRow]:
    rows = visible_reviews(info)
    if wanted.get("status"):
        rows = rows.filter(status=str(wanted["status"]))
    if wanted.get("product"):
        rows = rows.filter(product_id=integer_key(wanted["product"], "Product", field="product"))
    if wanted.get("seller"):
        rows = rows.filter(product__seller_id=integer_key(wanted["seller"], "Seller", field="seller"))
    if wanted.get("mine"):
        rows = rows.filter(author_id=info.context.actor.id) if info.context.actor.is_authenticated else rows.none()
    if wanted.get("answered") is not None:
        rows = rows.exclude(answer="") if wanted["answered"] else rows.filter(answer="")
    if wanted.get("reported") is not None and info.context.actor.has_permission(Permission.REVIEWS_MODERATE):
        unsettled = Exists(ReviewReport.objects.filter(review=OuterRef("pk"), settled_at__isnull=True))
        rows = rows.filter(unsettled if wanted["reported"] else ~unsettled)
    waiting = str(wanted.get("status") or "") == ReviewStatus.PENDING
    return rows.order_by("created_at", "pk") if waiting else rows.order_by("-created_at", "-pk")


class ReputationMutations(ObjectType):
    """Keeping certificates, relations and favourites; writing, reading and answering reviews."""

    certificate_create = CertificateCreate.Field()
    certificate_update = CertificateUpdate.Field()
    certificate_delete = CertificateDelete.Field()
    product_related_update = ProductRelatedUpdate.Field()
    favorite_add = FavoriteAdd.Field()
    favorite_remove = FavoriteRemove.Field()
    product_review_create = ProductReviewCreate.Field()
    product_review_update = ProductReviewUpdate.Field()
    product_review_delete = ProductReviewDelete.Field()
    product_review_approve = ProductReviewApprove.Field()
    product_review_reject = ProductReviewReject.Field()
    product_review_answer = ProductReviewAnswer.Field()
    product_review_report = ProductReviewReport.Field()
