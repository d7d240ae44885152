"""Write a review, change it, or take it back. Its writer alone does any of these."""

from django.db import transaction
from django.utils import timezone

from catalog.events import ReviewWritten
from catalog.refusal import Problem, Refused
from catalog.reviews.fields import checked_review
from catalog.reviews.invitation import ReviewInvitation
from catalog.reviews.locks import lock_reviewed
from catalog.reviews.moderation import ReviewModeration
from catalog.reviews.rating import recount
from catalog.reviews.review import Review, ReviewStatus
from i18n.messages import gettext_noop as _
from marketplace.channels.switches import Switch, require_on
from marketplace.events.publish import publish


def write_review(*, invitation: ReviewInvitation, rating: int, text: str, language: str) -> Review:
    """Use the right once. Staff read the review before anybody else does. Raises `Refused`, ``FeatureOff``."""
    if invitation.channel is not None:
        require_on(invitation.channel, Switch.REVIEWS)
    clean = checked_review(rating=rating, text=text, language=language)
    with transaction.atomic():
        lock_reviewed(invitation.product_id)
        if Review.objects.filter(invitation=invitation).exists():
            raise Refused(Problem("invitation", "UNIQUE", _("You have reviewed this purchase already.")))
        review = Review.objects.create(
            product_id=invitation.product_id,
            invitation=invitation,
            author_id=invitation.user_id,
            first_name=invitation.first_name,
            country=invitation.country,
            rating=rating,
            text=clean,
            language=language,
            created_at=timezone.now(),
        )
        _wait(review)
    return review


def rewrite_review(*, review: Review, rating: int, text: str, language: str) -> Review:
    """Say it differently; it is read by staff again, and not counted until then. Raises `Refused`."""
    clean = checked_review(rating=rating, text=text, language=language)
    with transaction.atomic():
        product = lock_reviewed(review.product_id)
        review = Review.objects.select_for_update().get(pk=review.pk)
        if (review.rating, review.text, review.language) == (rating, clean, language):
            return review
        review.rating, review.text, review.language = rating, clean, language
        was_counted, review.status = review.status == ReviewStatus.APPROVED, ReviewStatus.PENDING
        review.save(update_fields=["rating", "text", "language", "status"])
        _wait(review)
        if was_counted:
            recount(product)
    return review


def take_back_review(*, review: Review) -> None:
    """It is gone, with its answer and history. The right to write one is there again."""
    with transaction.atomic():
        product = lock_reviewed(review.product_id)
        Review.objects.filter(pk=review.pk).delete()
        recount(product)


def _wait(review: Review) -> None:
    ReviewModeration.objects.create(review=review, status=ReviewStatus.PENDING, at=timezone.now())
    publish(ReviewWritten(review_id=review.pk))
