"""On which day a payout is due, and whose calendar counts."""

from datetime import date
from decimal import Decimal

import pytest

from orders.payouts.schedule.schedule import PayoutFrequency, PayoutSchedule, schedule_for
from tests.factories.sellers import make_seller

D, W, M = PayoutFrequency.DAILY, PayoutFrequency.WEEKLY, PayoutFrequency.MONTHLY


@pytest.mark.parametrize(
    ("frequency", "day", "today", "slot"),
    [
        (D, 1, date(2026, 11, 22), date(2026, 11, 22)),
        (W, 1, date(2026, 11, 23), date(2026, 11, 23)),
        (W, 1, date(2026, 11, 22), date(2026, 11, 16)),
        (W, 5, date(2026, 11, 22), date(2026, 11, 20)),
        (M, 15, date(2026, 11, 15), date(2026, 11, 15)),
        (M, 15, date(2026, 11, 14), date(2026, 10, 15)),
        (M, 28, date(2026, 1, 5), date(2025, 12, 28)),
    ],
)
def test_the_latest_day_of_the_calendar(frequency: str, day: int, today: date, slot: date) -> None:
    assert PayoutSchedule(frequency=frequency, day=day).slot(today) == slot


@pytest.mark.django_db
def test_the_most_specific_row_counts() -> None:
    seller, other = make_seller(), make_seller()
    assert schedule_for(seller.pk, "EUR").frequency == W
    PayoutSchedule.objects.create(frequency=M, day=15)
    PayoutSchedule.objects.create(currency="EUR", frequency=W, day=3, minimum_amount=Decimal(20))
    PayoutSchedule.objects.create(seller=seller, frequency=D)
    PayoutSchedule.objects.create(seller=seller, currency="JPY", frequency=M, day=1)
    assert schedule_for(other.pk, "USD").frequency == M
    assert schedule_for(other.pk, "EUR").day == 3
    assert schedule_for(seller.pk, "EUR").frequency == D
    assert schedule_for(seller.pk, "JPY").day == 1
