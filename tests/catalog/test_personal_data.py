"""What the catalogue holds about a person is given on request and gone with the account."""

from decimal import Decimal

import pytest

from catalog.favorites.favorite import Favorite
from catalog.favorites.keep import keep_favorite
from catalog.models import Review, ReviewInvitation, ReviewReport
from catalog.reviews.answer import answer_review
from catalog.reviews.report_abuse import report_review
from marketplace.accounts.privacy.erase import erase_account
from marketplace.accounts.privacy.export import export_personal_data
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.catalog import make_product
from tests.factories.reputation import make_invitation, make_review

pytestmark = pytest.mark.django_db


def test_everything_of_a_person_is_exported() -> None:
    user, product = make_user(first_name="Sanne"), make_product(name="Ghế")
    make_review(product, user=user, text="Mooi")
    keep_favorite(user=user, product=product)
    other = make_review(text="Van een ander")
    report_review(review=other, reporter=user, reason="OTHER", text="Klopt niet")
    answer_review(review=other, text="Cảm ơn", language="vi", by=user)
    data = export_personal_data(user)["catalog"]
    assert [(row["product"], row["rating"], row["text"]) for row in data["reviews"]] == [("Ghế", 5, "Mooi")]
    assert [row["product"] for row in data["favorites"]] == ["Ghế"]
    assert [row["text"] for row in data["reports"]] == ["Klopt niet"]
    assert [row["text"] for row in data["answers"]] == ["Cảm ơn"]


def test_erasure_takes_reviews_favourites_and_reports_and_counts_anew() -> None:
    user, product = make_user(), make_product()
    make_review(product, rating=1, user=user)
    make_review(product, rating=5)
    unused = make_invitation(product, user=user)
    keep_favorite(user=user, product=product)
    other = make_review()
    report_review(review=other, reporter=user, reason="OTHER")
    answer_review(review=other, text="Cảm ơn", language="vi", by=user)
    erase_account(user=user, password=PASSWORD)
    product.refresh_from_db()
    assert (product.rating, product.review_count) == (Decimal(5), 1)
    assert not Favorite.objects.exists() and not ReviewReport.objects.exists()
    assert not Review.objects.filter(author__isnull=False).exists()
    assert Review.objects.get(pk=other.pk).answered_by is None
    for invitation in ReviewInvitation.objects.filter(product=product).exclude(country="NL"):
        assert (invitation.user, invitation.first_name) == (None, "")
    token = unused.token
    unused.refresh_from_db()
    assert unused.user is None and unused.token != token
