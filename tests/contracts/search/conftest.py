"""Every engine in turn, each with an index of its own over one small catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalog.search.backends.elasticsearch.address import parse
from catalog.search.index_products import rebuild_index
from catalog.search.name_table import forget_names
from tests.contracts.search.catalogue import Shelf, fill
from tests.contracts.search.server import forget, server_url

ENGINES = [
    pytest.param("tantivy", id="tantivy"),
    pytest.param("elasticsearch", id="elasticsearch", marks=pytest.mark.services),
]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> Iterator[str]:
    """The engine under test, empty."""
    settings.SEARCH_BACKEND = request.param
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    if request.param == "elasticsearch":
        settings.SEARCH_URL = server_url("contract")
    yield str(request.param)
    if request.param == "elasticsearch":
        forget(parse(settings.SEARCH_URL))


@pytest.fixture
def shelf(engine: str, db: None) -> Iterator[Shelf]:
    """The catalogue, in the index of the engine."""
    forget_names()
    found = fill()
    assert rebuild_index() == len(found.products)
    yield found
    forget_names()
