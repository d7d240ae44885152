"""Pieces of floor, to the centimetre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.expo.plan.shape import NotOneShape, Shape, outline_of

L_SHAPE = ((0, 0), (600, 0), (600, 300), (300, 300), (300, 600), (0, 600))


def test_an_l_has_its_area_its_box_and_rectangles_side_by_side() -> None:
    shape = Shape.of_points(L_SHAPE)
    assert shape.area == 27 * 100 * 100
    assert shape.box == (0, 0, 600, 600)
    assert sum((r - x) * (b - t) for x, t, r, b in shape.rectangles) == shape.area
    assert not shape.overlaps(Shape.of_box(300, 300, 600, 600)), "the notch is free"
    assert shape.overlaps(Shape.of_box(299, 299, 600, 600))


def test_the_same_corners_are_the_same_shape_however_they_are_told() -> None:
    wanted = Shape.of_points(L_SHAPE)
    for turn in range(6):
        turned = (*L_SHAPE[turn:], *L_SHAPE[:turn])
        assert Shape.of_points(turned) == wanted, turn
        assert Shape.of_points(turned[::-1]) == wanted, turn
    assert Shape.of_points(((0, 0), (200, 0), *L_SHAPE[1:], (0, 0))) == wanted, "a point on an edge is no corner"


@pytest.mark.parametrize(
    ("why", "points"),
    [
        ("no area", [(0, 0), (100, 0)]),
        ("a slope", [(0, 0), (100, 0), (100, 100), (10, 90)]),
        ("it crosses itself", [(0, 0), (200, 0), (200, 200), (100, 200), (100, -100), (0, -100)]),
        ("it touches itself", [(0, 0), (100, 0), (100, 200), (200, 200), (200, 100), (0, 100)]),
        ("nothing", []),
        ("there and back", [(0, 0), (100, 0), (100, 100), (100, 0)]),
    ],
)
def test_what_is_no_shape(why: str, points: list[tuple[int, int]]) -> None:
    with pytest.raises(NotOneShape):
        Shape.of_points(points)


def test_joining_needs_an_edge_and_leaves_no_hole() -> None:
    left, right = Shape.of_box(0, 0, 300, 300), Shape.of_box(300, 0, 600, 300)
    assert left.joined(right) == Shape.of_box(0, 0, 600, 300)
    for other in (Shape.of_box(301, 0, 600, 300), Shape.of_box(300, 300, 600, 600)):
        with pytest.raises(NotOneShape):
            left.joined(other)
    ring = Shape.of_points([(0, 0), (900, 0), (900, 900), (300, 900), (300, 600), (600, 600), (600, 300), (0, 300)])
    with pytest.raises(NotOneShape):
        ring.joined(Shape.of_box(0, 300, 300, 900))


def test_a_cut_leaves_two_pieces_or_is_none() -> None:
    upper, lower = Shape.of_points(L_SHAPE).cut(across=True, at=300)
    assert (upper, lower) == (Shape.of_box(0, 0, 600, 300), Shape.of_box(0, 300, 300, 600))
    u_shape = Shape.of_points([(0, 0), (900, 0), (900, 600), (600, 600), (600, 300), (300, 300), (300, 600), (0, 600)])
    for across, at in ((True, 300), (True, 0), (False, 900), (False, 5000)):
        with pytest.raises(NotOneShape):
            u_shape.cut(across=across, at=at)


cells = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


@given(cells)
def test_an_outline_keeps_every_square_centimetre(chosen: set[tuple[int, int]]) -> None:
    boxes = [(x * 50, y * 50, x * 50 + 50, y * 50 + 50) for x, y in chosen]
    try:
        shape = outline_of(boxes)
    except NotOneShape:
        return
    assert shape.area == len(chosen) * 2_500
    assert Shape.of_points(shape.points) == shape
    for x, y in chosen:
        assert shape.overlaps(Shape.of_box(x * 50, y * 50, x * 50 + 1, y * 50 + 1))
