"""Accounts' reactions are on while their tests run, and no count of attempts outlives a test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from marketplace.accounts.subscriptions import SUBSCRIPTIONS
from marketplace.events.reactions import subscribe_all


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    subscribe_all(SUBSCRIPTIONS)
    cache.clear()
    yield
    cache.clear()
