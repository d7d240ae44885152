"""The course of a review: the right to it, what it says, who lets it be seen, what the seller answers."""

from decimal import Decimal

import pytest

from catalog.models import Product, Review, ReviewInvitation, ReviewReport
from catalog.refusal import Refused
from catalog.reviews.answer import answer_review
from catalog.reviews.invite import invite_review
from catalog.reviews.moderate import approve_review, reject_review
from catalog.reviews.rating import rating_counts
from catalog.reviews.report_abuse import report_review
from catalog.reviews.write import rewrite_review, take_back_review, write_review
from marketplace.events.models import OutboxMessage
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_product
from tests.factories.reputation import make_invitation, make_review
from tests.factories.sellers import make_member

pytestmark = pytest.mark.django_db


def standing(product: Product) -> tuple[Decimal | None, int]:
    product.refresh_from_db()
    return product.rating, product.review_count


def told() -> list[str]:
    return list(OutboxMessage.objects.order_by("created_at", "sequence").values_list("name", flat=True))


def test_one_right_per_bought_line_and_one_review_per_right() -> None:
    product = make_product()
    first = make_invitation(product, line="orders.OrderLine:1")
    again = make_invitation(product, line="orders.OrderLine:1", first_name="Somebody Else")
    assert first == again and ReviewInvitation.objects.get().first_name == "Sanne"
    write_review(invitation=first, rating=4, text="Goed", language="nl")
    with pytest.raises(Refused):
        write_review(invitation=first, rating=1, text="Toch niet", language="nl")
    assert Review.objects.get().rating == 4


def test_who_works_for_the_seller_gets_no_right() -> None:
    product = make_product()
    member = make_member(product.seller)
    given = invite_review(product=product, line="l:1", purchase="p:1", user=member, first_name="An", country="VN")
    assert given is None and not ReviewInvitation.objects.exists()


def test_it_counts_only_once_staff_have_read_it() -> None:
    product, operator = make_product(), make_operator()
    reviews = [make_review(product, rating=stars, approved=False) for stars in (5, 4, 4)]
    assert standing(product) == (None, 0)
    version = product.search_version
    for review in reviews:
        approve_review(review=review, by=operator)
    assert standing(product) == (Decimal("4.33"), 3)
    assert product.search_version > version and "ProductChanged" in told()
    assert rating_counts([product.pk]) == {product.pk: {5: 1, 4: 2, 3: 0, 2: 0, 1: 0}}
    reject_review(review=reviews[0], by=operator, reason="Names a person.")
    assert standing(product) == (Decimal("4.00"), 2)
    steps = [(step.status, step.reason, step.by) for step in reviews[0].moderations.all()]
    assert steps == [
        ("PENDING", "", None),
        ("APPROVED", "", operator),
        ("REJECTED", "Names a person.", operator),
    ]


def test_a_rejection_needs_a_reason() -> None:
    review = make_review()
    with pytest.raises(Refused):
        reject_review(review=review, by=None, reason="  ")
    assert standing(review.product) == (Decimal("5.00"), 1)


def test_rounding_is_to_the_nearest_hundredth() -> None:
    product = make_product()
    for stars in (5, 5, 5, 4, 4, 4, 4, 4):
        make_review(product, rating=stars)
    assert standing(product) == (Decimal("4.38"), 8)  # 4.375


def test_what_is_written_anew_is_read_anew() -> None:
    review = make_review(rating=5)
    assert rewrite_review(review=review, rating=5, text=review.text, language="nl").status == "APPROVED"
    changed = rewrite_review(review=review, rating=1, text="Poot brak af", language="nl")
    assert changed.status == "PENDING"
    assert standing(review.product) == (None, 0)
    approve_review(review=changed, by=None)
    assert standing(review.product) == (Decimal("1.00"), 1)


def test_what_is_taken_back_counts_no_more_and_leaves_the_right() -> None:
    review = make_review()
    take_back_review(review=review)
    assert standing(review.product) == (None, 0)
    assert write_review(invitation=review.invitation, rating=3, text="", language="nl").rating == 3


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("rating", {"rating": 0, "text": "", "language": "nl"}),
        ("rating", {"rating": 6, "text": "", "language": "nl"}),
        ("text", {"rating": 5, "text": "x" * 4001, "language": "nl"}),
        ("language_code", {"rating": 5, "text": "", "language": "tlh"}),
    ],
)
def test_what_is_wrong_is_refused(field: str, said: dict[str, object]) -> None:
    with pytest.raises(Refused) as caught:
        write_review(invitation=make_invitation(), **said)  # type: ignore[arg-type]  # wrong on purpose
    assert caught.value.problems[0].field == field
    assert not Review.objects.exists()


def test_text_is_plain_lines() -> None:
    review = make_review(text="  Mooi.\r\n\r\n\r\n\r\nStevig\x00 \u202everpakt ")
    assert review.text == "Mooi.\n\nStevig verpakt"


def test_the_seller_answers_what_buyers_see() -> None:
    review, manager = make_review(), make_user()
    answered = answer_review(review=review, text="Cảm ơn!", language="vi", by=manager)
    assert (answered.answer, answered.answer_language, answered.answered_by) == ("Cảm ơn!", "vi", manager)
    gone = answer_review(review=review, text=" ", language="vi", by=manager)
    assert (gone.answer, gone.answer_language, gone.answered_at, gone.answered_by) == ("", "", None, None)
    with pytest.raises(Refused):
        answer_review(review=make_review(approved=False), text="Cảm ơn!", language="vi", by=manager)
    with pytest.raises(Refused):
        answer_review(review=review, text="x" * 2001, language="vi", by=manager)


def test_reports_are_one_per_person_and_settled_by_the_next_decision() -> None:
    review, reporter = make_review(), make_user()
    report_review(review=review, reporter=reporter, reason="PRIVATE", text="Names me")
    report_review(review=review, reporter=reporter, reason="FALSE")
    report = ReviewReport.objects.get()
    assert (report.reason, report.settled_at) == ("FALSE", None)
    approve_review(review=review, by=None)
    report.refresh_from_db()
    assert report.settled_at is not None
    assert standing(review.product) == (Decimal("5.00"), 1)
    report_review(review=review, reporter=reporter, reason="FALSE")
    report.refresh_from_db()
    assert report.settled_at is None, "said again, it is open again"
    with pytest.raises(Refused):
        report_review(review=review, reporter=reporter, reason="UGLY")


def test_everything_is_told() -> None:
    review = make_review(approved=False)
    approve_review(review=review, by=None)
    report_review(review=review, reporter=make_user(), reason="OTHER")
    reject_review(review=review, by=None, reason="x")
    names = [name for name in told() if name.startswith("Review")]
    assert names == ["ReviewWritten", "ReviewApproved", "ReviewReported", "ReviewRejected"]
