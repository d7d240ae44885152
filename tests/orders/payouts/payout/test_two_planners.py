"""Two planners at the same moment pay the same money once."""

from collections.abc import Callable
from typing import Any

from orders.payouts.pay import payable_to
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from tests.orders.payouts.selling import MONDAY, earn, make_bank_account


def _world(_number: int) -> int:
    part = earn()
    make_bank_account(part.seller)
    return part.seller_id


def test_two_planners_make_one_payout(in_parallel: Callable[..., Any]) -> None:
    [seller_id] = in_parallel(_world, 1)
    answers = in_parallel(lambda _number: len(plan_payouts(now=MONDAY)), 4)
    assert sorted(answers) == [0, 0, 0, 1]
    [left] = in_parallel(lambda _number: (Payout.objects.count(), payable_to(seller_id, "EUR").amount), 1)
    assert left == (1, 0)
