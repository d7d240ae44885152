"""A statement written once: the same rows as Django's own, and no SQL written the second time."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import F, QuerySet, Sum, Window
from django.db.models.functions import RowNumber
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Product, ProductVariant, Reservation, Review, Stock
from marketplace.written_once import MOST_VALUES, WrittenOnce
from tests.factories.catalog import make_product, make_stock, make_variant
from tests.factories.reputation import make_review

pytestmark = pytest.mark.django_db


def _variants(ids: list[int], before: datetime) -> "QuerySet[ProductVariant]":
    rows = ProductVariant.objects.filter(pk__in=ids, product__created_at__lt=before)
    return rows.select_related("product__seller").order_by("-pk")


def test_instances_with_their_related_ones() -> None:
    made = [make_variant(product=make_product()) for _ in range(3)]
    once = WrittenOnce(_variants)
    later = timezone.now() + timedelta(hours=1)
    for ids in ([made[0].pk, made[2].pk], [made[1].pk, made[1].pk + 5000]):
        found = once(ids=ids, before=later)
        assert found == list(_variants(ids, later))
        assert [row.product.seller.name for row in found] == [row.product.seller.name for row in _variants(ids, later)]
    assert once(ids=[made[0].pk], before=made[0].product.created_at - timedelta(days=1)) == []


def test_related_ones_are_read_with_them() -> None:
    variant = make_variant(product=make_product())
    with CaptureQueriesContext(connection) as asked:
        (found,) = WrittenOnce(_variants)(ids=[variant.pk], before=timezone.now() + timedelta(hours=1))
        assert found.product.seller.pk == variant.product.seller_id
    assert len(asked) == 1


def test_the_second_use_writes_no_sql(monkeypatch: pytest.MonkeyPatch) -> None:
    variant = make_variant(product=make_product())
    once = WrittenOnce(_variants)
    later = timezone.now() + timedelta(hours=1)
    assert once(ids=[variant.pk], before=later) == [variant]
    monkeypatch.setattr(SQLCompiler, "as_sql", _not_again)
    assert once(ids=[variant.pk], before=later) == [variant]
    assert once(ids=[variant.pk + 1], before=later) == []


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only on PostgreSQL is there one form for all lengths")
def test_lists_of_any_length_are_one_form(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [make_variant(product=make_product()) for _ in range(3)]
    once = WrittenOnce(_variants)
    later = timezone.now() + timedelta(hours=1)
    assert once(ids=[made[0].pk], before=later) == [made[0]]
    monkeypatch.setattr(SQLCompiler, "as_sql", _not_again)
    assert once(ids=[one.pk for one in made], before=later) == made[::-1]


def _not_again(*_: Any, **__: Any) -> Any:
    raise AssertionError("written again")


def test_sums_by_group_as_tuples() -> None:
    variant = make_variant(product=make_product())
    make_stock(variant, 7)
    once: WrittenOnce[tuple[int, int]] = WrittenOnce(
        lambda ids: (
            Stock.objects.filter(variant_id__in=ids)
            .order_by()
            .values_list("variant_id")
            .annotate(pieces=Sum(F("quantity") - F("quantity_allocated")))
        )
    )
    assert [tuple(row) for row in once(ids=[variant.pk])] == [(variant.pk, 7)]


def test_instances_with_what_is_computed_beside_them() -> None:
    made = [make_variant(product=make_product()) for _ in range(3)]
    number = Window(RowNumber(), order_by=F("pk").desc())
    once: WrittenOnce[Any] = WrittenOnce(
        lambda ids, last: (
            ProductVariant.objects.filter(pk__in=ids)
            .select_related("product")
            .annotate(maker=F("product__seller_id"), number=number)
            .filter(number__lte=last)
            .order_by("-pk")
        )
    )
    for last in (2, 1):
        found = once(ids=[one.pk for one in made], last=last)
        assert [(row, row.number) for row in found] == list(zip(made[::-1], range(1, last + 1), strict=False))
        assert [row.maker for row in found] == [row.product.seller_id for row in found]


def test_moments_uuids_and_text() -> None:
    variant = make_variant(product=make_product())
    holder, until = uuid4(), datetime(2026, 12, 1, 8, 30, 0, 5, tzinfo=UTC)
    Reservation.objects.create(variant=variant, holder=holder, quantity=2, expires_at=until)
    once = WrittenOnce(
        lambda holder, now, sku: Reservation.objects.filter(holder=holder, expires_at__gt=now, variant__sku=sku)
    )
    assert [row.holder for row in once(holder=holder, now=until - timedelta(microseconds=1), sku=variant.sku)] == [
        holder
    ]
    assert once(holder=holder, now=until, sku=variant.sku) == []
    assert once(holder=UUID(int=1), now=until - timedelta(days=1), sku=variant.sku) == []
    assert once(holder=holder, now=until - timedelta(days=1), sku="another") == []


def test_flags_and_nothing_are_part_of_the_form() -> None:
    product = make_product()
    once = WrittenOnce(
        lambda category, archived: Product.objects.filter(category=category, archived_at__isnull=archived)
    )
    assert once(category=product.category_id, archived=True) == [product]
    assert once(category=product.category_id, archived=False) == []
    assert once(category=None, archived=True) == list(Product.objects.filter(category=None, archived_at=None))


def test_an_empty_list_is_no_rows_and_no_statement() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert WrittenOnce(_variants)(ids=[], before=timezone.now()) == []
    assert len(asked) == 0


def test_what_can_have_no_rows_has_none() -> None:
    assert WrittenOnce(lambda pk: Product.objects.filter(pk=pk).none())(pk=1) == []


def test_more_values_than_a_form_has_are_read_as_always() -> None:
    variant = make_variant(product=make_product())
    many = [variant.pk, *range(10**6, 10**6 + MOST_VALUES)]
    assert WrittenOnce(_variants)(ids=many, before=timezone.now() + timedelta(hours=1)) == [variant]


def test_what_is_computed_from_an_argument_is_refused() -> None:
    computed = WrittenOnce(lambda pk: Product.objects.filter(pk=pk + 1))
    with pytest.raises(TypeError, match="pk"):
        computed(pk=1)


def test_other_rows_are_refused() -> None:
    flat = WrittenOnce(lambda pk: Product.objects.filter(pk=pk).values_list("name", flat=True))
    with pytest.raises(TypeError, match="tuples"):
        flat(pk=1)


def test_numbers_of_the_smallest_columns_are_found() -> None:
    """PostgreSQL's small integers end at 32,767; Django doesn't ask for one beyond."""
    review = make_review(make_product(), rating=4)
    once = WrittenOnce(lambda stars: Review.objects.filter(rating=stars))
    assert [once(stars=stars) for stars in (4, 5, 4)] == [[review], [], [review]]
    in_lists = WrittenOnce(lambda stars: Review.objects.filter(rating__in=stars))
    assert in_lists(stars=list(range(40))) == [review]


def test_a_value_that_decides_by_itself_is_refused() -> None:
    once = WrittenOnce(lambda pk: Product.objects.all() if pk < 1000 else Product.objects.none())
    with pytest.raises(TypeError):
        once(pk=1)
