"""A site with a real server, a real Chromium, and people who use it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

pytest.register_assert_rewrite(
    *(f"tests.journeys.{name}" for name in ("browser", "maker_pages", "buyer_pages", "staff_pages", "fair_pages"))
)
NewVisitor = Callable[..., Any]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from tests.journeys.browser import CHROMIUM, chromium

    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    # Playwright's event loop runs in this thread; Django would take it for an async view.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with chromium() as browser:
        yield browser
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(autouse=True)
def search_index(settings: Any, tmp_path: Path) -> None:
    """One that knows no other test's products: their numbers come again."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"


@pytest.fixture
def site(live_server: LiveServer, settings: Any, tmp_path: Path) -> str:
    """The address of a server with this test's database, media and search index."""
    settings.PUBLIC_URL = live_server.url
    settings.MEDIA_ROOT = tmp_path / "media"
    return str(live_server.url)


@pytest.fixture
def visitor(chromium: Any, site: str) -> Iterator[NewVisitor]:
    """Make people with windows of their own; in the end no browser may have complained."""
    from tests.journeys.browser import Visitor

    people: list[Visitor] = []

    def arrive(*, language: str, **options: Any) -> Visitor:
        people.append(Visitor(chromium, site, language=language, **options))
        return people[-1]

    yield arrive
    complaints = [complaint for person in people for complaint in person.complaints]
    for person in people:
        person.context.close()
    assert complaints == []
