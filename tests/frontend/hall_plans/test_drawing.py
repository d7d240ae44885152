"""The drawing of a hall."""

from decimal import Decimal
from typing import Any

import pytest

from frontend.hall_plans.drawing import CAPITAL, LETTER, UNIT, draw, draw_booth, gaps, wrap


def booth(code: str = "A01", *, x: int = 0, y: int = 0, width: int = 6, depth: int = 6, **more: Any) -> dict[str, Any]:
    place = {"x": Decimal(x), "y": Decimal(y), "width": Decimal(width), "depth": Decimal(depth)}
    return {"id": code, "code": code, "kind": "SHELL", "status": "FREE", "exhibitor": None, **place, **more}


def hall(*booths: dict[str, Any]) -> dict[str, Any]:
    return {"name": "A", "width": Decimal(40), "depth": Decimal(20), "booths": list(booths)}


def test_booths_lie_where_they_are_in_metres() -> None:
    drawn = draw(hall(booth(x=4, y=3))).booths[0]
    assert (drawn.x, drawn.y, drawn.width, drawn.depth) == (4 * UNIT, 3 * UNIT, 6 * UNIT, 6 * UNIT)


@pytest.mark.parametrize("size", [1, 2, 3, 6, 12])
@pytest.mark.parametrize(
    "name",
    [
        "An",
        "Công ty TNHH Sản Xuất Thương Mại Gốm Sứ Ví Dụ",
        "CTY TNHH XƯỞNG MỘC MẪU",
        "Donaudampfschifffahrtsgesellschaft",
    ],
)
def test_a_name_stays_inside_its_booth(size: int, name: str) -> None:
    drawn = draw_booth(booth(width=size, depth=size, exhibitor={"id": "1", "name": name}))
    for line in drawn.names:
        assert len(line.text) * (CAPITAL if name.isupper() else LETTER) * drawn.name_size <= drawn.width
        assert drawn.y <= line.y - drawn.name_size / 2
        assert line.y + drawn.name_size / 2 <= drawn.y + drawn.depth
    assert len(drawn.code.text) * LETTER * drawn.code_size <= drawn.width


@pytest.mark.parametrize(
    ("text", "letters", "lines", "rows"),
    [
        ("Mộc An Phú", 12, 3, ["Mộc An Phú"]),
        ("Sơn mài Tường An", 8, 3, ["Sơn mài", "Tường An"]),
        ("Một tên rất dài không vừa", 8, 2, ["Một tên", "rất dài…"]),
        ("Unaussprechlich", 6, 2, ["Unaus…"]),
        ("Mộc", 1, 3, []),
        ("Mộc", 9, 0, []),
    ],
)
def test_words_in_lines(text: str, letters: int, lines: int, rows: list[str]) -> None:
    assert wrap(text, letters=letters, lines=lines) == rows


def test_aisles_are_what_no_booth_covers() -> None:
    metres = Decimal
    taken = [(metres(3), metres(9)), (metres(12), metres(18)), (metres(4), metres(8))]
    assert [(int(start), int(end)) for start, end in gaps(taken, metres(20))] == [(0, 3), (9, 12), (18, 20)]
    assert gaps([(metres(0), metres(20))], metres(20)) == []
    assert gaps([(metres("0.5"), metres(20))], metres(20)) == [], "half a metre is no aisle"


def test_two_rows_have_the_aisle_between_them_measured() -> None:
    plan = draw(hall(booth("A01", x=2, y=3), booth("A02", x=2, y=12)))
    assert [aisle.metres for aisle in plan.aisles if aisle.x1 == aisle.x2] == [3, 3, 2]


def test_an_arrow_ends_at_a_wall_or_a_booth_on_its_line() -> None:
    beside = booth("B01", x=30, y=1, width=4, depth=2)
    plan = draw(hall(booth("A01", x=16, y=7), beside))
    assert [aisle.metres for aisle in plan.aisles] == [7, 7, 16, 18], "the booth beside is on neither line"


def test_small_booths_make_a_wider_drawing() -> None:
    assert draw(hall(booth(width=2, depth=2))).pixels > draw(hall(booth(width=6, depth=6))).pixels
    assert draw(hall()).booths == ()
