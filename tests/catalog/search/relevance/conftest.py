"""A catalogue in the database for a whole module, and each engine with an index of its own over it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as live_settings
from django.db import transaction

from catalog.search.backends.elasticsearch.address import parse
from catalog.search.name_table import forget_names
from tests.contracts.search.server import forget, server_url

ENGINES = [
    # What the embedded index finds first does not depend on the database that its documents were read from.
    pytest.param("tantivy", id="tantivy", marks=pytest.mark.alike),
    pytest.param("elasticsearch", id="elasticsearch", marks=pytest.mark.services),
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The engine under test, empty. The settings are put back for other modules."""
    chosen: dict[str, Any] = {"SEARCH_BACKEND": request.param}
    if request.param == "elasticsearch":
        chosen["SEARCH_URL"] = server_url("relevance")
    else:
        chosen["SEARCH_INDEX_DIR"] = tmp_path_factory.mktemp("relevance")
    before = {name: getattr(live_settings, name, None) for name in chosen}
    for name, value in chosen.items():
        setattr(live_settings, name, value)
    forget_names()
    yield request.param
    forget_names()
    for name, value in before.items():
        setattr(live_settings, name, value)
    if request.param == "elasticsearch":
        forget(parse(chosen["SEARCH_URL"]))


@pytest.fixture(scope="module")
def rows(engine: str, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a module's fixtures write stays for its tests, which are marked ``django_db``, and goes with the engine."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def index_folder() -> Path:
    """Not the folder of its own that other tests of search get: the module's engine has one."""
    return Path(live_settings.SEARCH_INDEX_DIR)
