"""SQL statements per page of the shop, layout and all, with few and with many rows on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.runner import DiscoverRunner
from django.test.utils import CaptureQueriesContext

from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from catalog.search.index_products import rebuild_index
from marketplace.channels.defaults import create_default_channels
from marketplace.channels.models import Channel
from tests.bench.row import Row
from tests.factories.catalog import make_media, make_product, make_sellable_variant

FEW, MANY = 4, 24


def rows() -> list[Row]:
    """`figure` is the number with many rows, `against` with few; a ratio of 1 means that rows cost nothing."""
    with _database():
        create_default_channels()
        channel = Channel.objects.get(slug="vn")
        few = _statements("/vi/vn/products", lambda: _stock_shelf(channel, FEW))
        many = _statements("/vi/vn/products", lambda: _stock_shelf(channel, MANY - FEW))
        product = Product.objects.order_by("pk")[0]
        page = f"/vi/vn/products/{product.slug}"
        one = _statements(page, lambda: None)
        thirty = _statements(page, lambda: _add_variants(channel, product, 29))
    return [
        _row(f"product list, {MANY} products against {FEW}", many, few),
        _row("product detail, 30 variants against 1", thirty, one),
    ]


def _row(name: str, many: int, few: int) -> Row:
    return Row(name, figure=many, unit="SQL statements", against=few, ratio=round(few / many, 3))


def _statements(page: str, prepare: Callable[[], None]) -> int:
    prepare()
    rebuild_index()
    client = Client()
    client.get(page)  # what is kept per process is kept before the count
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page)
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}")
    return len(queries)


def _stock_shelf(channel: Channel, number: int) -> None:
    for _ in range(number):
        product = make_product()
        make_sellable_variant(channel, product=product)
        make_media(product)


def _add_variants(channel: Channel, product: Product, number: int) -> list[ProductVariant]:
    return [make_sellable_variant(channel, product=product) for _ in range(number)]


@contextmanager
def _database() -> Iterator[None]:
    """A test database of its own, gone afterwards."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    created = runner.setup_databases()
    try:
        yield
    finally:
        runner.teardown_databases(created)
