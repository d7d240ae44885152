"""One world for a whole file of tests: what a test changes is rolled back, the world is made once."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.api.world import World, make_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    """No count of attempts and no cached answer outlives a test."""
    cache.clear()
    yield
    cache.clear()
