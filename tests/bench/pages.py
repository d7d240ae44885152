"""How long the server takes for the pages that most people see, among 10,000 products: SQLite, tantivy, one process.

``python -m tests.bench.pages [products]`` measures it alone. Each request is of another product, another search,
another trace code, so that no figure is one answer's over and over. Time is that of the whole request, from Django's
handler to the finished HTML; ``against`` is what is promised.
"""

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import django

from tests.bench.row import Row

PRODUCTS = 10_000
REQUESTS = 60
WARM = 6
PROMISED_MS = 25
PROMISED_KB = 30


def rows() -> list[Row]:
    return measure(PRODUCTS)


def measure(number: int) -> list[Row]:
    from tests.bench.many_products_database import database_of

    with database_of(number), _index_folder():
        return [row for name, paths in _pages().items() for row in _rows(f"{name} ({number:,} products)", paths)]


def _pages() -> dict[str, Sequence[str]]:
    from catalog.models import Category, Product
    from catalog.search.index_products import rebuild_index
    from tests.bench.search import typed_queries

    codes = _traced()
    rebuild_index()
    slugs = Product.objects.filter(channel_listings__channel__slug="eu").order_by("pk").values_list("slug", flat=True)
    categories = Category.objects.order_by("level", "pk").values_list("slug", flat=True)
    return {
        "home": ["/en/eu/"],
        "list": ["/en/eu/products", "/nl/eu/products?sort=price", "/vi/vn/products?sort=rating"],
        "search": [f"/{language}/vn/products?q={text}" for text, language in typed_queries(REQUESTS)],
        "category": [f"/en/eu/categories/{slug}" for slug in categories],
        "product": [f"/en/eu/products/{slug}" for slug in slugs[: REQUESTS * 20 : 20]],
        "trace": [f"/en/t/{code}" for code in codes],
    }


def _traced() -> list[str]:
    """The codes of twenty lots of as many products."""
    from catalog.models import ProductVariant
    from tests.factories.traceability import make_code, make_lot, make_step

    found = []
    for variant in ProductVariant.objects.order_by("pk")[:20]:
        lot = make_lot(variant)
        make_step(lot)
        found.append(make_code(lot).code)
    return found


def _rows(name: str, paths: Sequence[str]) -> list[Row]:
    from django.test import Client

    visitor = Client()
    for path in islice(cycle(paths), WARM):
        visitor.get(path, follow=True)
    times, busy, sizes = [], [], []
    for path in islice(cycle(paths), REQUESTS):
        began, used = perf_counter(), process_time()
        answer = visitor.get(path)
        times.append((perf_counter() - began) * 1000)
        busy.append((process_time() - used) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answers {answer.status_code}")
        sizes.append(len(gzip.compress(answer.content, 6)) / 1000)
    return [
        Row(f"page: {name}, p50", median(times), "ms", PROMISED_MS, PROMISED_MS / median(times)),
        Row(f"page: {name}, of the processor, p50", median(busy), "ms"),
        Row(f"page: {name}, HTML compressed, largest", max(sizes), "kB", PROMISED_KB, PROMISED_KB / max(sizes)),
    ]


@contextmanager
def _index_folder() -> Iterator[None]:
    from django.conf import settings

    before, folder = settings.SEARCH_INDEX_DIR, Path(tempfile.mkdtemp(prefix="bench-pages-"))
    settings.SEARCH_INDEX_DIR = folder
    try:
        yield
    finally:
        settings.SEARCH_INDEX_DIR = before
        shutil.rmtree(folder)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    django.setup()
    from tests.bench.__main__ import table

    number = int(sys.argv[1]) if len(sys.argv) > 1 else PRODUCTS
    sys.stdout.write(table(measure(number)) + "\n")


if __name__ == "__main__":
    main()
