"""Whatever happens to money, in whatever order, not a unit of it is made or lost.

Each sequence is a string of bytes, of which every choice takes the next two: Hypothesis shortens what fails to the
fewest steps that do. Every step runs the real verbs on a real database; ``money_rules`` then looks at all that was
written.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.money import Money
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.payments import charged, owe_refund, send_refund
from orders.payouts import settle_part
from orders.payouts.commission import take
from orders.payouts.ledger.post import Entry, Overdrawn, Unbalanced
from tests.factories.channels import make_channel
from tests.factories.money import make_commission_rule
from tests.factories.sellers import make_seller
from tests.orders.payouts.money_rules import what_is_wrong
from tests.orders.payouts.money_world import MoneyWorld

pytestmark = pytest.mark.django_db

SHARDS, SEQUENCES = 8, 126
CURRENCIES = ("EUR", "VND", "USD")
"""One of them has no decimals."""
Stage = tuple[Channel, list[Seller]]


@pytest.fixture
def stage() -> Stage:
    make_commission_rule()
    return make_channel("eu"), [make_seller(), make_seller()]


@contextmanager
def forgotten() -> Iterator[None]:
    """Nothing of what happens inside stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def play(stage: Stage, tape: bytes) -> list[str]:
    """Take the steps that the bytes choose; gives what is wrong afterwards."""
    left = iter(tape)

    def draw(below: int) -> int:
        return (next(left, 0) * 256 + next(left, 0)) % below

    world = MoneyWorld(*stage, CURRENCIES[draw(len(CURRENCIES))], draw)
    world.place()
    for _ in range(4 + len(tape) // 40):
        world.step()
    return what_is_wrong(world)


@pytest.mark.parametrize("shard", [0, *(pytest.param(more, marks=pytest.mark.services) for more in range(1, SHARDS))])
def test_no_unit_is_made_or_lost(stage: Stage, shard: int) -> None:
    """126 sequences of 5 to 9 steps in every run, and 1,008 where the services run."""

    @settings(max_examples=SEQUENCES, deadline=None, derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(tape=st.binary(min_size=60, max_size=200).map(lambda tape: bytes([shard]) + tape))
    def sequences(tape: bytes) -> None:
        with forgotten():
            assert play(stage, tape) == []

    sequences()


# ---- faults that it has to find


def round_commission_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commission on what is left after a refund loses its fraction of a unit, also when nothing was refunded."""

    def rounded_down(row: Any, stays: Money) -> Money:
        share = Fraction(row.full_amount) * Fraction(stays.amount) / Fraction(row.base_amount or 1)
        units = Money.from_minor(1, row.currency)
        return Money.from_minor(max(int(share / Fraction(units.amount)) - 1, 0), row.currency)

    monkeypatch.setattr(take, "commission_on", rounded_down)


def share_payments_without_remainders(monkeypatch: pytest.MonkeyPatch) -> None:
    """A payment is split over the parts by rounding each share down."""

    def floored(amount: Money, parts: Any, room: Callable[[Any], Money]) -> Iterator[tuple[Any, Money]]:
        rooms = [room(part).minor_units() for part in parts]
        for part, each in zip(parts, rooms, strict=True):
            yield part, Money.from_minor(amount.minor_units() * each // sum(rooms), amount.currency)

    monkeypatch.setattr(charged, "share_out", floored)


def forget_the_sellers_share_of_refunds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refund is owed, and what the seller had earned of it stays with the seller."""
    monkeypatch.setattr(owe_refund, "settle_part", lambda part: None)


def forget_the_voucher(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marketplace's voucher is added for the seller and booked nowhere."""
    monkeypatch.setattr(settle_part, "debit", lambda account, amount: Entry(account, amount * _paid_for(account)))


def _paid_for(account: Any) -> int:
    return 0 if account == settle_part.VOUCHERS else 1


def lose_overpayments(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is more than an order costs is posted and kept for nobody."""
    monkeypatch.setattr(charged, "keep_credit", lambda order, amount: None)


def forget_that_refunds_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refund that was done is not booked."""
    monkeypatch.setattr(send_refund, "post", lambda *args, **options: None)


FAULTS = (
    round_commission_down, share_payments_without_remainders,
    forget_the_sellers_share_of_refunds, forget_the_voucher, lose_overpayments,
    forget_that_refunds_left,
)  # fmt: skip


@pytest.mark.services  # what they prove is about the sequences, not about the code
@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_planted_faults_are_found(stage: Stage, monkeypatch: pytest.MonkeyPatch, plant: Callable[..., None]) -> None:
    plant(monkeypatch)
    assert any(_is_found(stage, seed) for seed in range(400)), plant.__doc__


def _is_found(stage: Stage, seed: int) -> bool:
    random = Random(seed)  # noqa: S311  # a test that is the same every time
    with forgotten():
        try:
            return bool(play(stage, random.randbytes(random.randrange(300, 700))))
        except (Unbalanced, Overdrawn):
            return True
