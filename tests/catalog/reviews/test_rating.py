"""Approvals at the same moment: none is lost in the count."""

import threading
from decimal import Decimal

import pytest
from django.db import connection, connections

from catalog.models import Review
from catalog.reviews.moderate import approve_review, reject_review
from tests.factories.catalog import make_product
from tests.factories.reputation import make_review


@pytest.mark.django_db(transaction=True)
def test_decisions_at_once_leave_the_right_rating() -> None:
    product = make_product()
    waiting = [make_review(product, rating=stars, approved=False) for stars in (1, 2, 3, 4, 5, 5)]
    shown = make_review(product, rating=1)
    start = threading.Barrier(len(waiting) + 1)
    failures: list[Exception] = []

    def decide(review: Review, *, approve: bool) -> None:
        try:
            start.wait()
            if approve:
                approve_review(review=review, by=None)
            else:
                reject_review(review=review, by=None, reason="spam")
        except Exception as error:  # whatever went wrong in a thread is shown by the test
            failures.append(error)
        finally:
            connections.close_all()

    people = [threading.Thread(target=decide, args=(review,), kwargs={"approve": True}) for review in waiting]
    people.append(threading.Thread(target=decide, args=(shown,), kwargs={"approve": False}))
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert not failures, (failures, connection.vendor)
    product.refresh_from_db()
    assert (product.rating, product.review_count) == (Decimal("3.33"), 6)
