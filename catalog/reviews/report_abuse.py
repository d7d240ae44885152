"""Tell staff that a review, or the answer to it, should not be there."""

from django.db import transaction
from django.utils import timezone

from catalog.events import ReviewReported
from catalog.refusal import Problem, Refused
from catalog.reviews.fields import checked_words
from catalog.reviews.report import ReportReason, ReviewReport
from catalog.reviews.review import Review
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish


def report_review(*, review: Review, reporter: User, reason: str, text: str = "") -> ReviewReport:
    """One report per person and review; doing it again changes its words and opens it anew. Raises `Refused`."""
    if reason not in ReportReason.values:
        raise Refused(Problem("reason", "INVALID", _("Choose what is wrong with the review.")))
    said = {"reason": reason, "text": checked_words("text", text), "created_at": timezone.now(), "settled_at": None}
    with transaction.atomic():
        report, _made = ReviewReport.objects.update_or_create(review=review, reporter=reporter, defaults=said)
        publish(ReviewReported(review_id=review.pk))
    return report
