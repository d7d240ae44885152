"""A long list, twice: quick, and the second time nothing changes."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from marketplace.expo.imports.apply import apply_exhibitors
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.imports.sources import create_source
from tests.factories.expo import make_expo
from tests.factories.sellers import make_seller
from tests.marketplace.accounts.api import snapshot
from tests.marketplace.expo.imports.many import long_list

pytestmark = pytest.mark.django_db
SECONDS = 30


class Statements:
    """How many the database was asked; an `execute_wrapper`."""

    count = 0

    def __call__(self, execute: Callable[..., Any], *asked: Any) -> Any:
        self.count += 1
        return execute(*asked)


def bring_in_twice(count: int) -> list[tuple[float, float, int]]:
    """The seconds that each time took, by the clock and of the processor, and its statements."""
    expo, source, content = make_expo(), create_source(name="Agency"), long_list(count)
    seller = make_seller(tax_code="0100000003", website_url="")
    taken: list[tuple[float, float, int]] = []
    found = []
    for _time in range(2):
        clock, processor = time.perf_counter(), time.process_time()
        statements = Statements()
        with connection.execute_wrapper(statements):
            stored = preview_exhibitors(expo=expo, content=content, file_name="long.csv", source=source)
            found.append(apply_exhibitors(exhibitor_import=stored))
        taken.append((time.perf_counter() - clock, time.process_time() - processor, statements.count))
        if len(taken) == 1:
            before = snapshot("expo")
    first, second = found
    undecided = first.undecided
    assert (first.created, first.refused) == (count - undecided, 0)
    assert undecided <= count // 100, "hardly any of these names looks like another"
    assert (second.created, second.updated, second.removed) == (0, 0, 0)
    assert (second.unchanged, second.undecided) == (count - undecided, undecided)
    after = snapshot("expo")
    for table in ("Exhibitor", "ExhibitorListing", "ExhibitorAlias", "Booth"):
        assert after[table] == before[table], f"{table} is as it was"
    assert expo.exhibitors.get(seller=seller).tax_code == "0100000003", "linked by its tax code"
    return taken


def test_three_hundred_twice() -> None:
    bring_in_twice(300)


@pytest.mark.services
def test_five_thousand_twice() -> None:
    for place, (clock, processor, asked) in enumerate(bring_in_twice(5_000), start=1):
        said = f"\n5,000 exhibitors on {connection.vendor}, time {place}: {clock:.1f} s, processor {processor:.1f} s"
        print(f"{said}, {asked} statements")  # noqa: T201  # the figures are what this is run for
        assert processor < SECONDS, "whatever else the machine does at the time"
        assert asked < 600, "by batches, not by rows"
