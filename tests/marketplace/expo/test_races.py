"""Two officers at one plan, and one list applied twice, at the same moment."""

import itertools
from functools import partial

import pytest

from catalog.refusal import Refused
from marketplace.expo.booths import assign_booth
from marketplace.expo.imports.apply import apply_exhibitors
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.models import Booth, Exhibitor
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.marketplace.accounts.side_by_side import side_by_side

pytestmark = pytest.mark.django_db(transaction=True)


def test_booths_drawn_at_once_do_not_overlap() -> None:
    hall = make_hall()
    answers = side_by_side([partial(make_booth, hall, f"X{n}", x=n) for n in range(4)])
    assert sum(isinstance(answer, Booth) for answer in answers) in (1, 2)
    booths = sorted(hall.booths.all(), key=lambda booth: booth.x)
    assert all(one.x + one.width <= other.x for one, other in itertools.pairwise(booths))


def test_one_booth_goes_to_one_exhibitor() -> None:
    hall = make_hall()
    booth = make_booth(hall)
    exhibitors = [make_exhibitor(hall.expo) for _ in range(3)]
    answers = side_by_side([partial(assign_booth, booth=booth, exhibitor=exhibitor) for exhibitor in exhibitors])
    assert sum(isinstance(answer, Refused) for answer in answers) == 2


def test_a_list_applied_twice_at_once_makes_each_exhibitor_once() -> None:
    expo = make_expo()
    content = "Tên\nGốm Thử\nMộc Thử\nDa Thử".encode()
    imports = [preview_exhibitors(expo=expo, content=content, file_name="x.csv") for _ in range(2)]
    side_by_side([partial(apply_exhibitors, exhibitor_import=each) for each in (*imports, imports[0])])
    assert Exhibitor.objects.count() == 3
