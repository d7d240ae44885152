"""What is drawn for the worker, and what is read from the figures: a worker that grows does not pass."""

from itertools import islice

from tests.bench.memory import MOST_MB, Seen
from tests.bench.memory_requests import SHARES, mixed


def test_every_kind_is_drawn_and_the_same_seed_draws_the_same() -> None:
    drawn = [list(islice(mixed(["ghe-go", "ban-tre"], ["a", "b", "c"], 7), 400)) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert {kind for kind, _request in drawn[0]} == set(SHARES)
    assert sum(SHARES.values()) == 100
    assert all(request.count(b"\r\n\r\n") == 1 for _kind, request in drawn[0])


def test_growth_is_read_from_the_second_half() -> None:
    seen = Seen(asked=[1000, 2000, 3000, 4000], megabytes=[90.0, 180.0, 200.0, 200.0])
    assert seen.growth == 0
    assert seen.holds
    assert not Seen(asked=seen.asked, megabytes=[100.0, 180.0, 200.0, 201.0]).holds
    assert not Seen(asked=seen.asked, megabytes=[MOST_MB + 1.0] * 4).holds


def test_a_server_error_does_not_pass() -> None:
    seen = Seen(asked=[1000, 2000, 3000, 4000], megabytes=[200.0] * 4)
    seen.statuses[503] += 1
    assert not seen.holds
