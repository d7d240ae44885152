"""Search over 50,000 products in seven languages: embedded, in one process."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from catalog.products.changed import product_changed
from catalog.products.product import Product
from catalog.search.autocomplete import autocomplete
from catalog.search.backends.base import backend
from catalog.search.index_products import rebuild_index
from catalog.search.request import FACETS, SearchRequest, Sort
from catalog.search.search_products import search_products
from marketplace.events.deliver import deliver_pending
from tests.bench.many_products_database import database_of
from tests.bench.row import Row
from tests.factories.catalogue_words import KINDS, LANGUAGES, MATERIALS, STYLES

PRODUCTS = 50_000
THREE = ("category", "seller", "price")
SEARCHES = 400


def rows() -> list[Row]:
    """`against` is what is promised, `ratio` how many times better the figure is."""
    with database_of(PRODUCTS), _index_folder():
        started = perf_counter()
        if rebuild_index() != PRODUCTS:
            raise RuntimeError("the index doesn't have every product")
        found = [_row(f"rebuild the index of {PRODUCTS:,} products", perf_counter() - started, "s", 90)]
        typed = [*typed_queries(SEARCHES)]
        found += _percentiles("3 facets, the engine", [lambda t=t: _engine(*t) for t in typed], 5, 30)
        found += _percentiles(
            "3 facets, every row checked", [lambda t=t: _search(*t, facets=THREE) for t in typed], 5, 30
        )
        found += _percentiles("search with all facets", [lambda t=t: _search(*t, facets=FACETS) for t in typed], 20, 60)
        found += _percentiles("misspelt word", [lambda t=t: _search(_misspelt(t[0]), t[1]) for t in typed[:99]], 30, 90)
        found += _percentiles("autocomplete", [lambda t=t: _complete(t[0][:4], t[1]) for t in typed], 20, 20)
        found += _percentiles("page 500 by price", [_deep_page(Sort.PRICE)] * 20, 500, 700)
        found += _percentiles("page 500 by relevance", [_deep_page(Sort.RANK)] * 20, 50, 250)
        found.append(_row("a changed product is found", median(_until_found(n) for n in range(5)), "s", 2))
    return found


def typed_queries(number: int) -> Iterator[tuple[str, str]]:
    """What people type in each language: one to three words of goods, in Vietnamese sometimes without marks."""
    chance = random.Random(11)  # noqa: S311  # the same at every run
    for n in range(number):
        place = n % len(LANGUAGES)
        kind, material, style = (chance.choice(words)[place] for words in (KINDS, MATERIALS, STYLES))
        yield chance.choice((kind, material, f"{kind} {material}", f"{material} {kind} {style}")), LANGUAGES[place]


def _search(text: str, language: str, facets: Sequence[str] = (), **more: object) -> None:
    request = SearchRequest(channel="vn", now=timezone.now(), text=text, language=language, facets=facets, **more)  # type: ignore[arg-type]  # fields of the request by name
    if search_products(request).degraded:
        raise RuntimeError("the index is out of reach")


def _engine(text: str, language: str) -> None:
    backend().search(SearchRequest(channel="vn", now=timezone.now(), text=text, language=language, facets=THREE))


def _complete(text: str, language: str) -> None:
    autocomplete(channel="vn", text=text, language=language, now=timezone.now())


def _misspelt(text: str) -> str:
    return text[:2] + text[3:2:-1] + text[4:] if len(text) > 4 else text


def _deep_page(sort: Sort) -> Callable[[], None]:
    """The 500th page of 20."""
    request = SearchRequest(channel="vn", now=timezone.now(), text="gỗ", language="vi", sort=sort, limit=10_000)
    last = search_products(request).hits[-1].place
    return lambda: _search("gỗ", "vi", sort=sort, after=last)


def _until_found(n: int) -> float:
    """Seconds from the seller's change to the search that finds it, the delivery of the event included."""
    product, word = Product.objects.order_by("pk")[n], f"zyqx{n}"
    started = perf_counter()
    with transaction.atomic():
        product.name = f"{product.name} {word}"
        product.save(update_fields=["name"])
        product_changed(product.pk)
    deliver_pending()
    request = SearchRequest(channel="vn", now=timezone.now(), text=word)
    if search_products(request).ids != [product.pk]:
        raise RuntimeError("the change is not found")
    return perf_counter() - started


def _percentiles(name: str, runs: Sequence[Callable[[], None]], p50: float, p99: float) -> list[Row]:
    for run in runs[:20]:
        run()
    times = sorted(_milliseconds(run) for run in runs)
    return [
        _row(f"{name}, p50", median(times), "ms", p50),
        _row(f"{name}, p99", quantiles(times, n=100)[98], "ms", p99),
    ]


def _milliseconds(run: Callable[[], None]) -> float:
    started = perf_counter()
    run()
    return (perf_counter() - started) * 1000


def _row(name: str, figure: float, unit: str, promised: float) -> Row:
    return Row(f"search: {name}", figure, unit, against=promised, ratio=promised / figure)


@contextmanager
def _index_folder() -> Iterator[None]:
    before, folder = settings.SEARCH_INDEX_DIR, Path(tempfile.mkdtemp(prefix="bench-search-"))
    settings.SEARCH_INDEX_DIR = folder
    try:
        yield
    finally:
        settings.SEARCH_INDEX_DIR = before
        shutil.rmtree(folder)
