"""Nothing is remembered of an earlier test."""

import pytest
from django.core.cache import cache

from logistics.carriers.vnpost.places import KEPT


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    cache.clear()
    KEPT.clear()
