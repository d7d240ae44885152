"""Which certificates speak for which products, and that none does after its last day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.products.certificates.keep import remove_certificate, update_certificate
from catalog.products.certificates.valid import valid_certificates_of
from tests.factories.catalog import make_product
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def numbers(product_id: int, on: date = TODAY) -> list[str]:
    return [row.number for row in valid_certificates_of([product_id], on)[product_id]]


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    product = make_product()
    make_certificate(product, number="A", valid_from=date(2026, 1, 1), valid_until=TODAY)
    assert numbers(product.pk) == ["A"]
    assert numbers(product.pk, date(2026, 11, 23)) == []
    assert numbers(product.pk, date(2025, 12, 31)) == []
    assert numbers(product.pk, date(2026, 1, 1)) == ["A"]


def test_a_certificate_of_the_seller_speaks_for_all_its_products_and_for_nobody_elses() -> None:
    seller = make_seller()
    first, second, foreign = make_product(seller=seller), make_product(seller=seller), make_product()
    make_certificate(first, number="ISO", scheme="ISO_9001", covers_all_products=True)
    make_certificate(first, number="FSC")
    assert numbers(first.pk) == ["FSC", "ISO"]
    assert numbers(second.pk) == ["ISO"]
    assert numbers(foreign.pk) == []
    assert numbers(10**9) == []


def test_what_does_not_end_stays_and_what_was_removed_does_not() -> None:
    product = make_product()
    declaration = make_certificate(product, number="CE", scheme="CE", valid_until=None)
    assert numbers(product.pk, date(2090, 1, 1)) == ["CE"]
    remove_certificate(certificate=declaration)
    assert numbers(product.pk) == []


def test_changing_from_some_to_all_does_not_count_twice() -> None:
    product = make_product()
    certificate = make_certificate(product, number="X")
    update_certificate(certificate=certificate, covers_all_products=True)
    assert numbers(product.pk) == ["X"]


def test_many_products_take_as_many_statements_as_one() -> None:
    products = [make_product() for _ in range(5)]
    for product in products:
        make_certificate(product)
        make_certificate(product, covers_all_products=True)
    counts = []
    for ids in ([products[0].pk], [product.pk for product in products]):
        with CaptureQueriesContext(connection) as statements:
            found = valid_certificates_of(ids, TODAY)
        assert all(len(rows) == 2 for rows in found.values())
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 3
