"""From a drawing to a plan: previewed, settled, drawn once, and again without a change."""

from decimal import Decimal

import pytest

from catalog.refusal import Refused
from marketplace.expo.booths import assign_booth
from marketplace.expo.models import Booth, Hall, PlanChange
from marketplace.expo.plan.drawings.apply import apply_drawing
from marketplace.expo.plan.drawings.judge import judge
from marketplace.expo.plan.drawings.preview import preview_drawing, settle_drawing
from marketplace.expo.plan.undo import undo_change
from tests.factories.expo import make_booth, make_exhibitor, make_hall
from tests.marketplace.expo.plan.drawings.test_read import draw_dxf, dxf_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make_hall(width=60, depth=40)


def svg(*shapes: str) -> bytes:
    return f"<svg viewBox='0 0 600 400'>{''.join(shapes)}</svg>".encode()


def rect(code: str, x: float, y: float, width: float = 30, height: float = 30) -> str:
    return f"<rect data-code='{code}' x='{x}' y='{y}' width='{width}' height='{height}'/>"


def test_a_cad_plan_lies_in_the_hall_as_it_was_drawn(hall: Hall) -> None:
    stored = preview_drawing(hall=hall, content=dxf_bytes(draw_dxf()), file_name="plan.DXF")
    assert stored.metres_per_unit == Decimal("0.001")
    assert not Booth.objects.exists(), "a preview draws nothing"
    drawn = apply_drawing(plan_import=stored)
    assert (drawn.drawn, drawn.left_out) == (4, 0)
    booths = {booth.code: booth for booth in hall.booths.all()}
    assert [(booths["B01"].x, booths["B01"].y), booths["B03"].area_square_metres] == [(3, 3), 27]
    aisle = hall.features.get()
    assert [aisle.kind, aisle.y, aisle.width, aisle.depth] == ["AISLE", 7, 60, 3]
    again = apply_drawing(plan_import=preview_drawing(hall=hall, content=dxf_bytes(draw_dxf()), file_name="plan.dxf"))
    assert (again.drawn, again.redrawn, again.kept, again.left_out) == (0, 0, 4, 0)
    assert PlanChange.objects.count() == 1, "the second time changes nothing"
    undo_change(change=PlanChange.objects.get())
    assert (hall.booths.count(), hall.features.count()) == (0, 0)


def test_a_drawing_is_settled_before_it_is_drawn(hall: Hall) -> None:
    stored = preview_drawing(hall=hall, content=svg(rect("A1", 0, 0), rect("A2", 60, 0)), file_name="a.svg")
    assert stored.metres_per_unit == Decimal("0.1"), "the largest usual unit with which it fits the hall"
    settle_drawing(plan_import=stored, metres_per_unit=Decimal("0.2"), right=Decimal(1), roles={"": "STAGE"})
    apply_drawing(plan_import=stored)
    assert [[row.kind, row.x, row.width] for row in hall.features.order_by("x")] == [["STAGE", 1, 6], ["STAGE", 13, 6]]
    with pytest.raises(Refused):
        settle_drawing(plan_import=stored, right=Decimal(2))
    for wrong in ({"metres_per_unit": Decimal(0)}, {"right": Decimal("0.001")}, {"roles": {"": "TENT"}}):
        fresh = preview_drawing(hall=hall, content=svg(rect("A1", 0, 0)), file_name="a.svg")
        with pytest.raises(Refused):
            settle_drawing(plan_import=fresh, **wrong)


def test_known_numbers_move_and_keep_their_exhibitor(hall: Hall) -> None:
    booth, exhibitor = make_booth(hall, "A1", 20, 20), make_exhibitor(hall.expo)
    assign_booth(booth=booth, exhibitor=exhibitor)
    stored = preview_drawing(hall=hall, content=svg(rect("A1", 0, 0), rect("A2", 200, 200)), file_name="a.svg")
    drawn = apply_drawing(plan_import=stored)
    assert (drawn.drawn, drawn.redrawn) == (1, 1)
    booth.refresh_from_db()
    assert [booth.x, booth.exhibitor] == [0, exhibitor]
    assert hall.booths.get(code="A2").x == 20, "on the floor that A1 has left"


def test_what_is_wrong_is_left_out_and_what_depends_on_it_too(hall: Hall) -> None:
    make_booth(hall, "A1", 0, 0)
    make_booth(hall, "B1", 50, 30)
    shapes = (
        rect("A2", 0, 0),
        rect("A1", 500, 300),
        rect("", 100, 0),
        rect("C1", 200, 0),
        rect("C1", 240, 0),
        rect("C2", 590, 0),
        "<polygon data-code='C3' points='300,0 340,10 340,40 300,40'/>",
    )
    stored = preview_drawing(hall=hall, content=svg(*shapes), file_name="a.svg")
    stored = settle_drawing(plan_import=stored, metres_per_unit=Decimal("0.1"))
    codes = {(one.label, *(problem.code for problem in one.problems)) for one in judge(stored, hall)}
    assert codes == {
        ("A2", "OVERLAP"), ("A1", "OVERLAP"), ("", "REQUIRED"), ("C1",), ("C1", "UNIQUE"), ("C2", "OUTSIDE_HALL"),
        ("C3", "INVALID"),
    }  # fmt: skip
    assert apply_drawing(plan_import=stored).left_out == 6
    assert {booth.code: int(booth.x) for booth in hall.booths.all()} == {"A1": 0, "B1": 50, "C1": 20}


def test_other_files_are_refused(hall: Hall) -> None:
    for name, content in (("plan.pdf", b"%PDF"), ("plan", b""), ("plan.svg", b"<svg/>"), ("plan.dxf", b"0")):
        with pytest.raises(Refused):
            preview_drawing(hall=hall, content=content, file_name=name)
