"""Sellers' reactions are on while their tests run."""

import pytest

from marketplace.events.reactions import subscribe_all
from marketplace.sellers.mail import SUBSCRIPTIONS


@pytest.fixture(autouse=True)
def reactions() -> None:
    subscribe_all(SUBSCRIPTIONS)
