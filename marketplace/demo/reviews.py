"""What the demo's buyers said: read by the operator, answered by makers; two wait, one is reported."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from catalog.products.product import Product
from catalog.reviews.answer import answer_review
from catalog.reviews.invite import invite_review
from catalog.reviews.moderate import approve_review
from catalog.reviews.report_abuse import report_review
from catalog.reviews.review import Review
from catalog.reviews.write import write_review
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read


def review_products(products: dict[str, Product], sellers: dict[str, SettledSeller], people: People) -> int:
    """Write, read and answer every review of the world; returns how many there are."""
    owners = {settled.seller.pk: settled.owner for settled in sellers.values()}
    rows = read("reviews.toml")["reviews"]
    for number, row in enumerate(rows, start=1):
        review = _write(row, number, products[row["product"]])
        owner = owners[review.product.seller_id]
        if row.get("state", "APPROVED") == "APPROVED":
            review = approve_review(review=review, by=people.operator)
        if "answer" in row:
            answer_review(review=review, text=row["answer"], language=row["answer_language"], by=owner)
        if "reported" in row:
            report_review(review=review, reporter=owner, reason=row["reported"], text=row["report_text"])
        _move_to_the_past(review, row["days_ago"])
    return len(rows)


def _write(row: dict[str, Any], number: int, product: Product) -> Review:
    invitation = invite_review(
        product=product,
        line=f"demo.Line:{number}",
        purchase=f"demo.Purchase:{number}",
        user=None,
        first_name=row["first_name"],
        country=row["country"],
    )
    assert invitation is not None  # noqa: S101  # nobody of the demo's sellers reviews here
    return write_review(invitation=invitation, rating=row["rating"], text=row["text"], language=row["language"])


def _move_to_the_past(review: Review, days_ago: int) -> None:
    """The verbs write everything down as of now; only a fresh demo rewrites a history."""
    then = timezone.now() - timedelta(days=days_ago)
    Review.objects.filter(pk=review.pk).update(created_at=then)
    Review.objects.filter(pk=review.pk, answered_at__isnull=False).update(answered_at=then + timedelta(days=1))
    review.moderations.update(at=then + timedelta(hours=5))
