"""Whoever types the name of a category exactly as it is written finds it among the first three.

`make test` asks the embedded index for every twelfth name of each language, `make test-services` the other engine; with
``EVERY_NAME=1`` either asks for all. Where several categories have the same name in a language, any of them is right:
nothing in the query tells them apart.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence

import pytest

from catalog.search.index_products import rebuild_index
from i18n.text import fold
from tests.catalog.search.relevance.catalogue import Item, add_products
from tests.catalog.search.relevance.scores import ask, rank_of
from tests.catalog.search.relevance.taxonomy import COLUMNS, FILE, read_items
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FILE.exists(), reason="only on a checkout with the shared data beside it"),
]
FIRST = 3
LEAST = 0.95
STEP = 1 if os.environ.get("EVERY_NAME") else 12


@pytest.fixture(scope="module")
def items() -> Sequence[Item]:
    return read_items()


@pytest.fixture(scope="module")
def places(rows: None, engine: str, items: Sequence[Item]) -> Iterator[dict[int, int]]:
    """The items' places by product id."""
    products = add_products(items, seller=make_seller(name="Ví Dụ"), channel=make_channel("vn"))
    assert rebuild_index() == len(items)
    yield {product.pk: place for place, product in enumerate(products)}


@pytest.mark.parametrize("language", COLUMNS)
def test_a_name_finds_its_category(places: dict[int, int], items: Sequence[Item], language: str) -> None:
    namesakes: dict[str, set[int]] = defaultdict(set)
    for place, item in enumerate(items):
        namesakes[fold(item.names[language])].add(place)
    missed = []
    asked = items[::STEP]
    for item in asked:
        name = item.names[language]
        found = [places[pk] for pk in ask(name, language, FIRST)]
        if not rank_of(found, namesakes[fold(name)]):
            missed.append(f"{name} -> {', '.join(items[place].names[language] for place in found) or 'nothing'}")
    share = 1 - len(missed) / len(asked)
    assert share >= LEAST, f"{language}: {share:.1%} of {len(asked)}\n" + "\n".join(missed)
