import pytest

from orders.lifecycle.number import next_order_number
from tests.catalog.stock.conftest import Parallel


@pytest.mark.django_db
def test_numbers_count_up_within_their_year() -> None:
    numbers = [next_order_number(2026), next_order_number(2026), next_order_number(2027)]
    assert numbers == ["BDM-2026-000001", "BDM-2026-000002", "BDM-2027-000001"]


def test_nobody_gets_the_number_of_another(in_parallel: Parallel) -> None:
    numbers = in_parallel(lambda _: next_order_number(2026), 12)
    assert sorted(numbers) == [f"BDM-2026-{n:06d}" for n in range(1, 13)]
