"""Kept answers are exact: whatever is written, by whatever way, the next answer is the one made anew."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import orjson
import pytest
from django.apps import apps
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from catalog.models import PriceTier, Product, ProductVariant, Reservation, Stock, StockPolicy, VariantChannelListing
from i18n.translation import Translation
from marketplace.graphql.kept.door import Door
from marketplace.graphql.kept.triggers import install
from marketplace.kept_answers import WATCHED, end_of_day, watched_tables
from tests.bench.hot_reads_documents import DETAIL, LIST
from tests.factories.catalog import make_media, make_product, make_sellable_variant
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Asked:
    """What goes through the door, and how often the application itself is asked."""

    calls: int = 0
    application: Any = field(default_factory=WSGIHandler)

    def __post_init__(self) -> None:
        self.door = Door(self._counted, watched_tables(), "/graphql/", 1 << 20, end_of_day)

    def _counted(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.calls += 1
        return self.application(environ, start_response)

    def kept(self, document: str, **said: str) -> bytes:
        return _ask(self.door, document, said)

    def anew(self, document: str, **said: str) -> bytes:
        return _ask(self.application, document, said)


def _ask(application: Any, document: str, said: dict[str, str]) -> bytes:
    variables = {"channel": "eu", "first": 20, "language": "NL", "slug": "shown"}
    names = [name for name in variables if f"${name}:" in document]
    body = orjson.dumps({"query": document, "variables": {name: variables[name] for name in names}})
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/graphql/",
        "QUERY_STRING": "",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        **said,
    }
    with patch("django.db.close_old_connections"):
        return b"".join(application(environ, lambda status, headers, exc_info=None: None))


@pytest.fixture
def shown() -> Iterator[Product]:
    """A product with something in every table that its answers are made of."""
    channel = make_channel("eu")
    product = make_product(slug="shown")
    variants = [make_sellable_variant(channel, product=product) for _ in range(2)]
    make_media(product)
    listing = VariantChannelListing.objects.get(variant=variants[0])
    PriceTier.objects.create(listing=listing, minimum_quantity=10, price_amount=Decimal("0.5"))
    StockPolicy.objects.create(variant=variants[1])
    Translation.objects.create(
        subject="catalog.Product", object_id=str(product.pk), field="name", language="nl", text="Kom", source="HUMAN"
    )
    yield product


def _other(value: Any) -> Any:
    """Another value of the same kind; nothing for what has none at hand."""
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case str():
            return (value[:-1] + "x") if value and value[-1] != "x" else value[:-1] + "y"
        case datetime() | date():
            return value + timedelta(days=1)
    return None


def _columns() -> list[tuple[type[models.Model], str]]:
    found = {model._meta.db_table: model for model in apps.get_models()}
    return [
        (found[each.table], column.attname)
        for each in WATCHED
        for column in found[each.table]._meta.concrete_fields
        if not column.primary_key and not column.is_relation and column.attname not in each.ignored
    ]


def test_every_column_of_every_watched_table(shown: Product) -> None:
    asked, changed = Asked(), 0
    for model, name in _columns():
        row = model._base_manager.order_by("pk").first()
        value = _other(getattr(row, name)) if row is not None else None
        if row is None or value is None:
            continue
        for document in (LIST, DETAIL):
            asked.kept(document)
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=row.pk).update(**{name: value})
        except DatabaseError:  # a constraint of the table allows no such row
            continue
        for document in (LIST, DETAIL):
            fresh = asked.anew(document)
            # Some values nobody could write make an error, which has another number each time and is never kept.
            assert asked.kept(document) == fresh or b'"errors"' in fresh, (model.__name__, name)
        changed += 1
        model._base_manager.filter(pk=row.pk).update(**{name: getattr(row, name)})
    assert changed > 60


def test_rows_that_come_and_go(shown: Product) -> None:
    asked, channel = Asked(), VariantChannelListing.objects.all()[0].channel
    steps = [
        lambda: make_sellable_variant(channel),
        lambda: make_sellable_variant(channel, product=shown),
        lambda: PriceTier.objects.all().delete(),
        lambda: Translation.objects.all().delete(),
        lambda: Stock.objects.bulk_update([_with_less(row) for row in Stock.objects.all()], ["quantity"]),
        lambda: _raw("UPDATE catalog_variantchannellisting SET price_amount = 7"),
        lambda: _hold(ProductVariant.objects.all()[0]),
        lambda: _raw("DELETE FROM catalog_reservation"),
    ]
    for number, step in enumerate(steps):
        before = [asked.kept(document) for document in (LIST, DETAIL)]
        step()
        after = [asked.kept(document) for document in (LIST, DETAIL)]
        assert after == [asked.anew(document) for document in (LIST, DETAIL)], number
        assert after != before, number


def _with_less(stock: Stock) -> Stock:
    stock.quantity = 3
    return stock


def _hold(variant: ProductVariant) -> None:
    Reservation.objects.create(
        variant=variant, holder="7d6f3f0e-6ad0-4f0c-8f0f-0123456789ab", quantity=1, expires_at=timezone.now() + DAY
    )


DAY = timedelta(days=1)


def _raw(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_has_not_changed_is_given_again(shown: Product) -> None:
    asked, other = Asked(), make_sellable_variant(make_channel("jp"))
    first = asked.kept(DETAIL)
    Stock.objects.filter(variant=other).update(quantity=55)  # somebody else's
    assert asked.kept(DETAIL) == first and asked.calls == 1


def test_a_change_that_is_taken_back_is_none(shown: Product) -> None:
    asked = Asked()
    first = asked.kept(DETAIL)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Product.objects.filter(pk=shown.pk).update(name="never")
        raise ZeroDivisionError
    assert asked.kept(DETAIL) == first and asked.calls == 1


def test_nobody_gets_what_another_one_asked(shown: Product) -> None:
    asked = Asked()
    asked.kept(DETAIL)
    ways = [
        {"HTTP_ACCEPT_LANGUAGE": "nl"},
        {"HTTP_HOST": "127.0.0.1"},
        {"HTTP_AUTHORIZATION": "Bearer of-somebody"},
        {"HTTP_COOKIE": "a=b"},
        {"HTTP_ACCEPT": "application/graphql-response+json"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ]
    for number, said in enumerate(ways, 2):
        asked.kept(DETAIL, **said)
        assert asked.calls == number, said


def test_an_answer_ends_when_a_sale_begins(shown: Product) -> None:
    asked, begins = Asked(), timezone.now() + timedelta(seconds=90)
    VariantChannelListing.objects.all().update(sale_amount=Decimal("0.4"), sale_starts_at=begins)
    asked.kept(DETAIL)
    [answer] = asked.door.answers._kept.values()
    assert answer.until == begins.timestamp()


def test_what_is_not_declared_is_never_kept(shown: Product) -> None:
    asked, document = Asked(), "query Q($slug: String!) { product(slug: $slug) { name related { id } } }"
    asked.kept(document)
    asked.kept(document)
    assert asked.calls == 2


def test_a_second_migration_finds_every_trigger_there() -> None:
    assert install(connection, WATCHED) == []
