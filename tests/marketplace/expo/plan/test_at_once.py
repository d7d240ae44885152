"""Several people at one plan at the same moment: nothing overlaps, nothing is written over, all is on record."""

import itertools
import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from catalog.refusal import Refused
from marketplace.expo.booths import assign_booth, generate_booths, hold_booth
from marketplace.expo.models import Booth, Hall, PlanChange
from marketplace.expo.plan.editing import StaleBooth
from marketplace.expo.plan.grid import Grid
from marketplace.expo.plan.merge import merge_booths
from marketplace.expo.plan.redraw import redraw_booth
from marketplace.expo.plan.split import split_booth
from marketplace.expo.plan.undo import undo_change
from tests.factories.expo import make_booth, make_exhibitor, make_hall
from tests.marketplace.accounts.side_by_side import side_by_side

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_those_who_saw_the_same_booth_one_changes_it() -> None:
    hall = make_hall()
    booth, exhibitor = make_booth(hall, "A1", 0, 0), make_exhibitor(hall.expo)
    calls: list[Callable[[], object]] = [
        partial(redraw_booth, booth=booth, outline=booth.outline.moved(500 * n, 500), seen=1) for n in range(3)
    ]
    answers = side_by_side([*calls, partial(assign_booth, booth=booth, exhibitor=exhibitor, seen=1)])
    assert sorted(type(answer).__name__ for answer in answers) == ["Booth", "StaleBooth", "StaleBooth", "StaleBooth"]
    booth.refresh_from_db()
    assert booth.version == 2
    told = [answer.meanwhile[0].verb for answer in answers if isinstance(answer, StaleBooth)]
    assert told == [PlanChange.objects.latest("number").verb] * 3


def test_two_booths_do_not_meet_on_one_place() -> None:
    hall = make_hall()
    booths = [make_booth(hall, f"A{n}", 4 * n, 0) for n in range(4)]
    aim = booths[0].outline.moved(0, 2000)
    answers = side_by_side([partial(redraw_booth, booth=booth, outline=aim, seen=1) for booth in booths])
    assert sum(isinstance(answer, Refused) for answer in answers) == 3


def storm(hall: Hall, people: int, rounds: int) -> Counter[str]:
    """Everybody moves, merges, splits, holds and undoes by what they see, all at once."""
    told = side_by_side([partial(_work, hall.pk, seed, rounds) for seed in range(people)])
    assert all(isinstance(each, Counter) for each in told), told
    return sum(told, Counter[str]())


def _work(hall_id: int, seed: int, rounds: int) -> Counter[str]:
    chance = random.Random(seed)  # noqa: S311  # a course that can be repeated
    told: Counter[str] = Counter()
    for _ in range(rounds):
        booths = list(Booth.objects.filter(hall=hall_id))
        try:
            told[_act(chance, booths, hall_id)] += 1
        except Refused:
            told["refused"] += 1
        except StaleBooth:
            told["stale"] += 1
    return told


def _act(chance: random.Random, booths: list[Booth], hall_id: int) -> str:
    one, other = chance.sample(booths, 2)
    match chance.randrange(5):
        case 0:
            aim = one.outline.moved(chance.choice((-100, 100)), chance.choice((-100, 0, 100)))
            redraw_booth(booth=one, outline=aim, seen=one.version)
        case 1:
            merge_booths(booths=[one, other], seen=[one.version, other.version])
        case 2:
            split_booth(booth=one, across=chance.random() < 0.5, at=one.width / 2, seen=one.version)
        case 3:
            hold_booth(booth=one, is_held=not one.is_held, seen=one.version)
        case _:
            undo_change(change=PlanChange.objects.filter(hall=hall_id).order_by("-number")[0])
    return "done"


def check(hall: Hall) -> None:
    hall.refresh_from_db()
    outlines = [booth.outline for booth in hall.booths.all()]
    assert not any(one.overlaps(two) for one, two in itertools.combinations(outlines, 2))
    numbers = list(PlanChange.objects.filter(hall=hall).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(hall.plan_number - len(numbers) + 1, hall.plan_number + 1))


def filled_hall(rows: int, columns: int) -> Hall:
    hall = make_hall(width=columns * 3 + 10, depth=rows * 6 + 10)
    generate_booths(hall=hall, grid=Grid(rows, columns, booth_width=Decimal(3), booth_depth=Decimal(3)))
    return hall


def test_three_people_work_on_one_plan() -> None:
    hall = filled_hall(2, 3)
    told = storm(hall, people=3, rounds=8)
    assert told.total() == 24
    assert told["done"]
    check(hall)


@pytest.mark.services
def test_ten_people_work_on_one_plan(record_property: Callable[[str, object], None]) -> None:
    hall = filled_hall(5, 8)
    told = storm(hall, people=10, rounds=30)
    record_property("figures", str(dict(told)))
    assert told.total() == 300
    check(hall)
