"""Reading reviews before others do, and those that somebody reported."""

from decimal import Decimal

import pytest
from django.test import Client

from catalog.models import Review
from catalog.reviews.report_abuse import report_review
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.reputation import make_review
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK, Waiting, make_waiting

pytestmark = pytest.mark.django_db
PAGE = f"{DESK}/reviews"


@pytest.fixture
def waiting(browser: Client) -> Waiting:
    made = make_waiting()
    sign_in(browser, made.operator)
    return made


def key(review: Review) -> str:
    return to_global_id("ProductReview", review.pk)


def test_the_queue_shows_what_waits_and_a_decision_ends_it(browser: Client, waiting: Waiting) -> None:
    review = make_review(approved=False, text="Stevig verpakt")
    assert "Stevig verpakt" in read(browser, PAGE)
    assert "Reviews to read" in read(browser, f"{DESK}/")
    assert "All reviews are read" in carried_out(browser, PAGE, "approve", review=key(review))
    review.product.refresh_from_db()
    assert (review.product.rating, review.product.review_count) == (Decimal(5), 1)
    assert "Stevig verpakt" in read(browser, f"{PAGE}?state=APPROVED")


def test_a_refusal_needs_a_reason_that_its_writer_reads(browser: Client, waiting: Waiting) -> None:
    review = make_review(approved=False)
    assert "Say why" in refused(browser, PAGE, "reject", review=key(review))
    carried_out(browser, PAGE, "reject", review=key(review), **{f"reason-{key(review)}": "Names a person."})
    review.refresh_from_db()
    assert review.status == "REJECTED" and review.moderations.last().reason == "Names a person."  # type: ignore[union-attr]  # there is one
    assert "Names a person." in read(browser, f"{PAGE}?state=REJECTED")


def test_reported_reviews_are_read_again(browser: Client, waiting: Waiting) -> None:
    review = make_review()
    report_review(review=review, reporter=make_user(), reason="PRIVATE", text="It names me")
    html = read(browser, f"{PAGE}?state=REPORTED")
    assert "Names people" in html and "It names me" in html and "Leave it shown" in html
    html = carried_out(browser, f"{PAGE}?state=REPORTED", "approve", review=key(review))
    assert "Nothing is reported" in html
    review.refresh_from_db()
    assert review.status == "APPROVED"


def test_only_who_reads_reviews_gets_in(browser: Client) -> None:
    for user in (make_user(), make_expo_officer()):
        sign_in(browser, user)
        assert browser.get(PAGE).status_code == 403
