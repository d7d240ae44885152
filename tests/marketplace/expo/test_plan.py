"""Halls and booths: inside, and never on each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.refusal import Refused
from marketplace.expo.booths import Draft, assign_booth, create_booth, delete_booth, generate_booths, hold_booth
from marketplace.expo.hall import Hall
from marketplace.expo.halls import create_hall, update_hall
from marketplace.expo.models import Booth
from marketplace.expo.plan.grid import Grid, lay_grid
from marketplace.expo.plan.rectangle import Rectangle
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall


def refused(call: object, *codes: str) -> None:
    with pytest.raises(Refused) as caught:
        call()  # type: ignore[operator]  # a lambda
    assert {problem.code for problem in caught.value.problems} == set(codes)


@pytest.mark.django_db
def test_booths_may_touch_and_not_overlap() -> None:
    hall = make_hall(width=20, depth=10)
    make_booth(hall, "A1", 0, 0, 3, 3)
    make_booth(hall, "A2", 3, 0, 3, 3)
    make_booth(hall, "A3", 17, 7, 3, 3)
    refused(lambda: make_booth(hall, "A4", 2, 2, 3, 3), "OVERLAP")
    refused(lambda: make_booth(hall, "A4", 1, 1, 1, 1), "OVERLAP")
    refused(lambda: make_booth(hall, "A4", 18, 0, 3, 3), "OUTSIDE_HALL")
    refused(lambda: make_booth(hall, "A4", -1, 4, 3, 3), "OUTSIDE_HALL")
    refused(lambda: make_booth(hall, "A1", 8, 4, 3, 3), "UNIQUE")
    refused(lambda: make_booth(hall, " ", 8, 4, 3, 3), "REQUIRED")
    refused(lambda: make_booth(hall, "A4", 8, 4, 0, -3), "INVALID")
    tiny = Rectangle(Decimal("8.001"), Decimal(4), Decimal(3), Decimal(3))
    refused(lambda: create_booth(hall=hall, draft=Draft("A4", tiny)), "INVALID")
    assert Booth.objects.count() == 3


@pytest.mark.django_db
def test_a_grid_is_laid_wholly_or_not_at_all() -> None:
    hall = make_hall(width=84, depth=48)
    booths = generate_booths(hall=hall, grid=Grid(rows=4, columns=10))
    assert (len(booths), booths[0].code, booths[-1].code) == (40, "A01", "A40")
    assert (booths[0].width, booths[0].depth) == (6, 6)
    assert booths[10].y - (booths[0].y + booths[0].depth) == 3, "an aisle between the rows"
    refused(lambda: generate_booths(hall=hall, grid=Grid(rows=1, columns=2), prefix="B"), "OVERLAP")
    refused(lambda: generate_booths(hall=hall, grid=Grid(rows=40, columns=40), prefix="B"), "DOES_NOT_FIT")
    refused(lambda: generate_booths(hall=hall, grid=Grid(rows=0, columns=10_000)), "INVALID")
    refused(lambda: generate_booths(hall=hall, grid=Grid(1, 1, Decimal(-3), Decimal(3), Decimal(-1))), "INVALID")
    assert hall.booths.count() == 40


@given(
    width=st.integers(5, 200), depth=st.integers(5, 200), rows=st.integers(1, 20), columns=st.integers(1, 20),
    size=st.one_of(st.none(), st.decimals("0.5", "9", places=1)), aisle=st.decimals("0", "6", places=1),
)  # fmt: skip
def test_no_grid_overlaps_or_leaves_the_hall(
    width: int, depth: int, rows: int, columns: int, size: Decimal | None, aisle: Decimal
) -> None:
    hall = Hall(width=Decimal(width), depth=Decimal(depth))
    places = lay_grid(hall, Grid(rows, columns, size, size, aisle))
    if places is None:
        return
    assert len(places) == rows * columns
    for number, place in enumerate(places):
        assert place.x >= 0 and place.y >= 0 and place.right <= width and place.bottom <= depth
        assert not any(place.overlaps(other) for other in places[number + 1 :])


@pytest.mark.django_db
def test_a_hall_keeps_its_booths_inside() -> None:
    hall = make_hall(width=20, depth=10)
    make_booth(hall, "A1", 15, 5)
    refused(lambda: update_hall(hall=hall, width=Decimal(17)), "OUTSIDE_HALL")
    assert update_hall(hall=hall, width=Decimal(18), name="Sen").name == "Sen"
    refused(lambda: create_hall(expo=hall.expo, name="Sen", width=Decimal(5), depth=Decimal(5)), "UNIQUE")
    refused(
        lambda: create_hall(expo=hall.expo, name="", width=Decimal(0), depth=Decimal("1.005")), "REQUIRED", "INVALID"
    )


@pytest.mark.django_db
def test_a_booth_has_one_exhibitor_of_its_own_exhibition() -> None:
    hall = make_hall()
    booth = make_booth(hall)
    one, other, stranger = make_exhibitor(hall.expo), make_exhibitor(hall.expo), make_exhibitor(make_expo())
    assert hold_booth(booth=booth, is_held=True).status == "HELD"
    assert assign_booth(booth=booth, exhibitor=one).status == "ASSIGNED"
    assert assign_booth(booth=booth, exhibitor=one).exhibitor == one
    refused(lambda: assign_booth(booth=booth, exhibitor=other), "ASSIGNED")
    refused(lambda: assign_booth(booth=booth, exhibitor=stranger), "INVALID")
    refused(lambda: hold_booth(booth=booth, is_held=True), "ASSIGNED")
    refused(lambda: delete_booth(booth=booth), "ASSIGNED")
    assert assign_booth(booth=booth, exhibitor=None).status == "FREE"
    delete_booth(booth=booth)
    assert not hall.booths.exists()
