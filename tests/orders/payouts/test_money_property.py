"""Whatever happens to money, in whatever order, not a unit of it is made or lost.

Each sequence is a list of numbers, of which every choice takes the next: Hypothesis shortens what fails to the fewest
steps that do. Every step runs the real verbs on a real database; ``money_rules`` then looks at all that was written.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.factories.channels import make_channel
from tests.factories.money import make_commission_rule
from tests.factories.sellers import make_seller
from tests.orders.payouts.money_rules import what_is_wrong
from tests.orders.payouts.money_world import MoneyWorld

pytestmark = pytest.mark.django_db

SEQUENCES = 1000
CURRENCIES = ("EUR", "VND", "USD")
"""One of them has no decimals."""


@pytest.fixture
def stage() -> tuple[Channel, list[Seller]]:
    make_commission_rule()
    return make_channel("eu"), [make_seller(), make_seller()]


@contextmanager
def forgotten() -> Iterator[None]:
    """Nothing of what happens inside stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def play(stage: tuple[Channel, list[Seller]], numbers: list[int]) -> list[str]:
    """Take the steps that the numbers choose; gives what is wrong afterwards."""
    channel, sellers = stage
    left = iter(numbers)
    currency = CURRENCIES[next(left, 0) % len(CURRENCIES)]
    world = MoneyWorld(channel, sellers, currency, lambda below: next(left, 0) % below)
    world.place()
    for _ in range(4 + len(numbers) // 16):
        world.step()
    return what_is_wrong(world)


@settings(max_examples=SEQUENCES, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])  # fmt: skip
@given(numbers=st.lists(st.integers(0, 2**20), min_size=24, max_size=110))
def test_no_unit_is_made_or_lost(stage: tuple[Channel, list[Seller]], numbers: list[int]) -> None:
    with forgotten():
        assert what_is_wrong_in(stage, numbers) == []


def what_is_wrong_in(stage: tuple[Channel, list[Seller]], numbers: list[int]) -> list[str]:
    return play(stage, numbers)
