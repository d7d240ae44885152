"""What reviews hold about a person: giving it to them, and letting go of it.

A review is its writer's own words, so it goes with the account; the rating is counted anew without it. What was
reported by the person goes too. The right to review a purchase stays without a name, so that it is not given twice.
"""

from typing import Any

from catalog.reviews.invitation import ReviewInvitation, new_token
from catalog.reviews.report import ReviewReport
from catalog.reviews.review import Review
from catalog.reviews.write import take_back_review
from marketplace.accounts.models import User


def export_reviews(user: User) -> dict[str, Any]:
    reviews = Review.objects.filter(author=user).select_related("product").order_by("pk")
    reports = ReviewReport.objects.filter(reporter=user).order_by("pk")
    answers = Review.objects.filter(answered_by=user).order_by("pk")
    return {
        "reviews": [_review(review) for review in reviews],
        "reports": [{"reason": row.reason, "text": row.text, "at": row.created_at.isoformat()} for row in reports],
        "answers": [{"text": review.answer, "at": _moment(review)} for review in answers],
    }


def _review(review: Review) -> dict[str, Any]:
    return {
        "product": review.product.name,
        "shownAs": f"{review.first_name}, {review.country}",
        "rating": review.rating,
        "text": review.text,
        "status": review.status,
        "at": review.created_at.isoformat(),
    }


def _moment(review: Review) -> str | None:
    return review.answered_at.isoformat() if review.answered_at else None


def erase_reviews(user: User) -> None:
    """Call it inside the transaction that erases the account."""
    for review in Review.objects.filter(author=user).order_by("product_id", "pk"):
        take_back_review(review=review)
    ReviewReport.objects.filter(reporter=user).delete()
    Review.objects.filter(answered_by=user).update(answered_by=None)
    for invitation in ReviewInvitation.objects.filter(user=user):
        invitation.user, invitation.first_name, invitation.country = None, "", ""
        invitation.token = new_token()  # a link that was mailed opens nothing any more
        invitation.save(update_fields=["user", "first_name", "country", "token"])
