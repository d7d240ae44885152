"""Sellers' reactions are on while their tests run."""

import pytest
from django.core.cache import cache

from marketplace.events.reactions import subscribe_all
from marketplace.sellers.mail import SUBSCRIPTIONS


@pytest.fixture(autouse=True)
def reactions() -> None:
    subscribe_all(SUBSCRIPTIONS)


@pytest.fixture(autouse=True)
def no_counted_attempts() -> None:
    cache.clear()
