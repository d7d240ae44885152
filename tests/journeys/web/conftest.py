"""A maker's shop with a chair, and pictures of where somebody stood when a walk failed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.frontend.world import World, make_world
from tests.journeys.conftest import NewVisitor

SCREENS = Path(__file__).parents[3] / "build" / "screens"


@pytest.fixture
def world(site: str, client: Client) -> World:
    made = make_world()
    assert client.get("/en/eu/").status_code == 200  # what the first request has to load is loaded
    return made


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    outcome: Any = yield
    setattr(item, f"was_{call.when}", outcome.get_result())


@pytest.fixture
def visitor(visitor: NewVisitor, request: pytest.FixtureRequest) -> Iterator[NewVisitor]:
    """As everywhere; the last page of each person is kept as a picture when the walk has failed."""
    people: list[Any] = []

    def arrive(**options: Any) -> Any:
        people.append(visitor(**options))
        return people[-1]

    yield arrive
    if getattr(request.node, "was_call", None) is not None and request.node.was_call.failed:
        for number, person in enumerate(people):
            keep_screen(person.page, f"{request.node.name}-{number}")


def keep_screen(page: Any, name: str) -> None:
    """What stands in a window, in ``build/screens``."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SCREENS / f"{name}.png"))
