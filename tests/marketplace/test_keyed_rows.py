"""Rows by their keys: the same as Django's own query gives, with few forms of SQL."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import ProductVariant
from i18n.translation import Translation
from marketplace.keyed_rows import MOST_VALUES, keyed_rows
from tests.factories.catalog import make_product, make_variant

pytestmark = pytest.mark.django_db


def test_it_reads_what_a_query_reads_converted_and_in_order() -> None:
    read_at = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
    for number, language in enumerate(["vi", "nl", "en"]):
        Translation.objects.create(
            subject="a.B", object_id=str(number), field="name", language=language, text=language, reviewed_at=read_at
        )
    wanted = {"subject": ["a.B"], "object_id": ["2", "0", "1", "9"], "language": ["en", "vi"]}
    rows = keyed_rows(Translation, wanted, order=("language",))
    assert [(row.language, row.reviewed_at) for row in rows] == [("en", read_at), ("vi", read_at)]
    assert rows == list(Translation.objects.filter(subject="a.B", language__in=["en", "vi"]).order_by("language"))


def test_a_row_found_can_be_changed_and_saved() -> None:
    variant = make_variant(product=make_product())
    (row,) = keyed_rows(ProductVariant, {"product_id": [variant.product_id]})
    row.name = "Two"
    row.save(update_fields=["name"])
    variant.refresh_from_db()
    assert variant.name == "Two"


@pytest.mark.parametrize("values", [[], [None]])
def test_no_values_are_no_rows_and_no_statement(values: list[int | None]) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert keyed_rows(ProductVariant, {"id": values}) == []
    assert not asked.captured_queries


@pytest.mark.parametrize("count", [1, 2, 3, 5, MOST_VALUES, MOST_VALUES + 1])
def test_any_number_of_values_is_one_statement(count: int) -> None:
    variant = make_variant(product=make_product())
    values = [variant.pk, *range(variant.pk + 1, variant.pk + count)]
    with CaptureQueriesContext(connection) as asked:
        assert keyed_rows(ProductVariant, {"id": values}) == [variant]
    assert len(asked.captured_queries) == 1
