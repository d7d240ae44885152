"""Moving, merging, splitting, keeping and undoing; and that nobody writes over what was not seen."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from catalog.refusal import Refused
from i18n.today import today_here
from marketplace.expo.booths import assign_booth, delete_booth, hold_booth
from marketplace.expo.exhibitors import delete_exhibitor
from marketplace.expo.models import Booth, Hall, PlanChange
from marketplace.expo.plan.describe import BoothFacts, describe_booth
from marketplace.expo.plan.editing import StaleBooth
from marketplace.expo.plan.feature import FeatureKind
from marketplace.expo.plan.features import FeatureDraft, create_feature, delete_feature, update_feature
from marketplace.expo.plan.merge import merge_booths
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.redraw import redraw_booth, shape_of_points
from marketplace.expo.plan.reserve import reserve_booth
from marketplace.expo.plan.shape import Shape
from marketplace.expo.plan.split import split_booth
from marketplace.expo.plan.undo import undo_change
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall

pytestmark = pytest.mark.django_db
METRE = 100


@pytest.fixture
def hall() -> Hall:
    return make_hall(width=30, depth=20)


def box(x: int, y: int, width: int = 3, depth: int = 3) -> Shape:
    return Shape.of_box(x * METRE, y * METRE, (x + width) * METRE, (y + depth) * METRE)


def refused(code: str, call: Callable[[], Any]) -> None:
    before = (list(Booth.objects.values()), list(PlanChange.objects.values_list("pk")))
    with pytest.raises(Refused) as caught:
        call()
    assert code in {problem.code for problem in caught.value.problems}
    assert (list(Booth.objects.values()), list(PlanChange.objects.values_list("pk"))) == before, "nothing was changed"


def feature(hall: Hall, kind: str, x: int, y: int, width: int, depth: int) -> Any:
    place = Rectangle(Decimal(x), Decimal(y), Decimal(width), Decimal(depth))
    return create_feature(hall=hall, draft=FeatureDraft(kind, place))


def test_a_booth_is_moved_and_shaped_within_the_rules(hall: Hall) -> None:
    booth, other = make_booth(hall, "A1", 0, 0), make_booth(hall, "A2", 6, 0)
    aisle = feature(hall, FeatureKind.AISLE, 0, 6, 30, 3)
    feature(hall, FeatureKind.POWER, 1, 11, 1, 1)
    refused("OVERLAP", lambda: redraw_booth(booth=booth, outline=box(4, 0)))
    refused("BLOCKED", lambda: redraw_booth(booth=booth, outline=box(0, 4)))
    refused("OUTSIDE_HALL", lambda: redraw_booth(booth=booth, outline=box(28, 0)))
    refused("INVALID", lambda: redraw_booth(booth=booth, outline=Shape.of_box(0, 0, 49, 300)))
    moved = redraw_booth(booth=booth, outline=box(0, 10))
    assert (int(moved.y), moved.version) == (10, 2), "an outlet is under it"
    corners = [(0, 10), (6, 10), (6, 13), (3, 13), (3, 16), (0, 16)]
    outline = shape_of_points([(Decimal(x), Decimal(y)) for x, y in corners])
    shaped = redraw_booth(booth=booth, outline=outline, seen=2)
    shaped.refresh_from_db()
    assert [shaped.width, shaped.depth, shaped.area_square_metres] == [6, 6, 27]
    assert shaped.outline == outline
    make_booth(hall, "A3", 3, 13)
    assert list(PlanChange.objects.values_list("verb", flat=True))[-3:] == ["MOVED", "RESHAPED", "DRAWN"]
    refused("OVERLAP", lambda: feature(hall, FeatureKind.STAGE, 5, 1, 3, 1))
    onto_a2 = FeatureDraft("AISLE", Rectangle(*map(Decimal, (7, 1, 2, 2))))
    refused("OVERLAP", lambda: update_feature(feature=aisle, draft=onto_a2))
    delete_feature(feature=aisle)
    assert redraw_booth(booth=other, outline=box(6, 6)).y == 6


def test_a_stale_change_is_refused_with_what_happened(hall: Hall) -> None:
    booth, exhibitor = make_booth(hall), make_exhibitor(hall.expo)
    redraw_booth(booth=booth, outline=box(5, 5), seen=1)
    assign_booth(booth=booth, exhibitor=exhibitor, seen=2)
    with pytest.raises(StaleBooth) as caught:
        redraw_booth(booth=booth, outline=box(9, 9), seen=1)
    assert [change.verb for change in caught.value.meanwhile] == ["MOVED", "ASSIGNED"]
    with pytest.raises(StaleBooth) as caught:
        hold_booth(booth=booth, is_held=True, seen=2)
    assert [change.verb for change in caught.value.meanwhile] == ["ASSIGNED"]
    booth.refresh_from_db()
    assert [booth.x, booth.exhibitor, booth.version] == [5, exhibitor, 3]
    assign_booth(booth=booth, exhibitor=None, seen=3)
    delete_booth(booth=booth, seen=4)
    with pytest.raises(StaleBooth) as caught:
        redraw_booth(booth=booth, outline=box(9, 9), seen=4)
    assert caught.value.current is None
    assert [change.verb for change in caught.value.meanwhile] == ["REMOVED"]


def test_what_changes_nothing_leaves_no_trace(hall: Hall) -> None:
    booth = make_booth(hall)
    assert redraw_booth(booth=booth, outline=booth.outline).version == 1
    assert describe_booth(booth=booth, facts=BoothFacts(kind="SHELL")).version == 1
    hall.refresh_from_db()
    assert hall.plan_number == 1, "drawing it was a change"


def test_holding_ends_by_itself_and_a_reservation_does_not(hall: Hall) -> None:
    booth, one, other = make_booth(hall), make_exhibitor(hall.expo), make_exhibitor(hall.expo)
    today = today_here()
    refused("INVALID", lambda: hold_booth(booth=booth, is_held=True, until=today - timedelta(days=1)))
    held = hold_booth(booth=booth, is_held=True, until=today + timedelta(days=2))
    assert [held.status_on(today + timedelta(days=days)) for days in (0, 2, 3)] == ["HELD", "HELD", "FREE"]
    reserved = reserve_booth(booth=booth, exhibitor=one)
    assert (reserved.status_on(today + timedelta(days=900)), reserved.is_held) == ("RESERVED", False)
    refused("RESERVED", lambda: hold_booth(booth=booth, is_held=True))
    refused("RESERVED", lambda: assign_booth(booth=booth, exhibitor=other))
    refused("RESERVED", lambda: delete_booth(booth=booth))
    refused("INVALID", lambda: reserve_booth(booth=booth, exhibitor=make_exhibitor(make_expo())))
    assert assign_booth(booth=booth, exhibitor=one).status == "ASSIGNED"
    refused("ASSIGNED", lambda: reserve_booth(booth=booth))


def test_neighbours_become_one_and_apart_again(hall: Hall) -> None:
    exhibitor = make_exhibitor(hall.expo)
    one, two, three = (make_booth(hall, f"A{n}", x, y) for n, x, y in ((1, 0, 0), (2, 3, 0), (3, 0, 3)))
    far = make_booth(hall, "A9", 12, 0)
    describe_booth(booth=one, facts=BoothFacts(power_kw=Decimal("2.5")))
    describe_booth(booth=two, facts=BoothFacts(power_kw=Decimal(3), needs_water=True))
    assign_booth(booth=three, exhibitor=exhibitor)
    refused("NOT_ADJACENT", lambda: merge_booths(booths=[one, two, far]))
    refused("INVALID", lambda: merge_booths(booths=[one]))
    elsewhere = make_booth(make_hall(hall.expo, name="B"))
    refused("INVALID", lambda: merge_booths(booths=[one, elsewhere]))
    with pytest.raises(StaleBooth):
        merge_booths(booths=[one, two], seen=[2, 1])
    whole = merge_booths(booths=[one, two, three], seen=[2, 2, 2])
    assert [whole.area_square_metres, whole.power_kw, whole.needs_water] == [27, Decimal("5.5"), True]
    assert [whole.code, whole.exhibitor, len(whole.outline.points)] == ["A1", exhibitor, 6]
    refused("DOES_NOT_FIT", lambda: split_booth(booth=whole, across=True, at=Decimal(6)))
    refused("INVALID", lambda: split_booth(booth=whole, across=True, at=Decimal("0.3")))
    refused("UNIQUE", lambda: split_booth(booth=whole, across=True, at=Decimal(3), code="A9"))
    kept, new = split_booth(booth=whole, across=True, at=Decimal(3))
    assert [kept.width, kept.depth, kept.exhibitor] == [6, 3, exhibitor]
    assert [new.code, new.width, new.depth, new.status] == ["A1-2", 3, 3, "FREE"]


def test_two_exhibitors_are_not_merged(hall: Hall) -> None:
    one, two = make_booth(hall, "A1", 0, 0), make_booth(hall, "A2", 3, 0)
    assign_booth(booth=one, exhibitor=make_exhibitor(hall.expo))
    reserve_booth(booth=two, exhibitor=make_exhibitor(hall.expo))
    refused("ASSIGNED", lambda: merge_booths(booths=[one, two]))


def test_undoing_puts_everything_back_under_its_old_id(hall: Hall) -> None:
    one, two = make_booth(hall, "A1", 0, 0), make_booth(hall, "A2", 3, 0)
    hold_booth(booth=two, is_held=True, until=today_here())
    ignored = ("version",)
    before = {row["id"]: {k: v for k, v in row.items() if k not in ignored} for row in Booth.objects.values()}
    merge_booths(booths=[one, two])
    merged = PlanChange.objects.get(verb="MERGED")
    again = undo_change(change=merged)
    after = {row["id"]: {k: v for k, v in row.items() if k not in ignored} for row in Booth.objects.values()}
    assert after == before
    undo_change(change=again)
    assert Booth.objects.get().width == 6, "what was undone is done again"
    refused("STALE", lambda: undo_change(change=merged))


def test_what_was_worked_on_since_is_not_undone(hall: Hall) -> None:
    booth = make_booth(hall)
    redraw_booth(booth=booth, outline=box(10, 10))
    moved = PlanChange.objects.get(verb="MOVED")
    blocker = make_booth(hall, "B1", 0, 0)
    refused("OVERLAP", lambda: undo_change(change=moved))
    delete_booth(booth=blocker)
    hold_booth(booth=booth, is_held=True)
    refused("STALE", lambda: undo_change(change=moved))
    aisle = feature(hall, FeatureKind.AISLE, 0, 0, 5, 5)
    drawn = PlanChange.objects.filter(verb="FLOOR").latest("number")
    undo_change(change=drawn)
    assert not type(aisle).objects.exists()


def test_whoever_leaves_the_fair_leaves_the_plan_too(hall: Hall) -> None:
    booth, other, exhibitor = make_booth(hall), make_booth(hall, "A2", 6), make_exhibitor(hall.expo)
    assign_booth(booth=booth, exhibitor=exhibitor)
    reserve_booth(booth=other, exhibitor=exhibitor)
    delete_exhibitor(exhibitor=exhibitor)
    assert {(row.status, row.version) for row in Booth.objects.all()} == {("FREE", 3)}
