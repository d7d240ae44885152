"""The seller's answer to a review: one, under the review, in the seller's own words."""

from django.db import transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused
from catalog.reviews.fields import checked_answer
from catalog.reviews.locks import lock_reviewed
from catalog.reviews.review import Review, ReviewStatus
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User


def answer_review(*, review: Review, text: str, language: str, by: User | None) -> Review:
    """Answer a review that is shown, or change the answer; an empty text takes it away. Raises `Refused`."""
    clean = checked_answer(text=text, language=language)
    with transaction.atomic():
        lock_reviewed(review.product_id)
        review = Review.objects.select_for_update().get(pk=review.pk)
        if review.status != ReviewStatus.APPROVED:
            raise Refused(Problem("id", "INVALID", _("Only a review that buyers see can be answered.")))
        review.answer, review.answer_language = clean, language if clean else ""
        review.answered_at, review.answered_by = (timezone.now(), by) if clean else (None, None)
        review.save(update_fields=["answer", "answer_language", "answered_at", "answered_by"])
    return review
