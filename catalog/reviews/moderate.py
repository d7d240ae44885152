"""Let a review be seen, or not, and say why. Both settle what was reported about it."""

from django.db import transaction
from django.utils import timezone

from catalog.events import ReviewApproved, ReviewRejected
from catalog.refusal import Problem, Refused
from catalog.reviews.fields import checked_words
from catalog.reviews.locks import lock_reviewed
from catalog.reviews.moderation import ReviewModeration
from catalog.reviews.rating import recount
from catalog.reviews.review import Review, ReviewStatus
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish


def approve_review(*, review: Review, by: User | None) -> Review:
    """Show it and count it. Approving what is shown settles its reports and changes nothing else."""
    return _decide(review, ReviewStatus.APPROVED, by)


def reject_review(*, review: Review, by: User | None, reason: str) -> Review:
    """Hide it and count it no more. Its writer reads the reason, so there must be one. Raises `Refused`."""
    clean = checked_words("reason", reason)
    if not clean:
        raise Refused(Problem("reason", "REQUIRED", _("Say why, so that its writer can mend it.")))
    return _decide(review, ReviewStatus.REJECTED, by, clean)


def _decide(review: Review, status: ReviewStatus, by: User | None, reason: str = "") -> Review:
    with transaction.atomic():
        product = lock_reviewed(review.product_id)
        review = Review.objects.select_for_update().get(pk=review.pk)
        now = timezone.now()
        review.reports.filter(settled_at__isnull=True).update(settled_at=now)
        changed, review.status = review.status != status, status
        ReviewModeration.objects.create(review=review, status=status, reason=reason, by=by, at=now)
        if changed:
            review.save(update_fields=["status"])
            approved = status == ReviewStatus.APPROVED
            publish(ReviewApproved(review_id=review.pk) if approved else ReviewRejected(review_id=review.pk))
            recount(product)
    return review
