"""Packing, looked over by a checker that knows nothing of how it was done."""

import time
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logistics.packing.box import Box, Load, Placed, Space
from logistics.packing.cartons import CartonSize, carton
from logistics.packing.check import check
from logistics.packing.faces import Side, seen
from logistics.packing.figures import figures_of
from logistics.packing.fill import fill
from logistics.packing.goods import GoodsLine, MasterCarton, Unmeasured
from logistics.packing.pallet import PALLETS, UnknownPallet, pallet_type
from logistics.packing.picture import picture
from logistics.packing.plan import PackingRules, TooMany, plan_packing
from logistics.packing.several import fill_several

SMALL = Space("20GP", 5898, 2352, 2393, 28_200_000)
LARGE = Space("40HC", 12_032, 2352, 2698, 26_500_000)
CHAIR = GoodsLine("Ghế", 240, 560, 520, 940, 6900)
BOWL = GoodsLine("Bát", 100, 220, 220, 100, 500, MasterCarton(24, 460, 460, 420, 13_000))

boxes = st.builds(
    Box,
    name=st.just("box"),
    length_mm=st.integers(50, 2600),
    width_mm=st.integers(50, 1500),
    height_mm=st.integers(50, 1500),
    weight_g=st.integers(1, 900_000),
    line=st.integers(0, 9),
    is_fragile=st.booleans(),
    may_be_stacked_on=st.booleans(),
    may_tip=st.booleans(),
)
orders = st.dictionaries(boxes, st.integers(1, 40), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(orders)
def test_every_load_can_be_stowed_and_nothing_is_lost(wanted: dict[Box, int]) -> None:
    loads, left = fill_several([SMALL, LARGE], wanted)
    assert [check(load) for load in loads] == [[] for _ in loads]
    packed = Counter(each.box for load in loads for each in load.placed)
    assert packed + Counter(left) == Counter(wanted)
    for box in left:  # only what fits into no container at all is left
        fits = any(
            length <= LARGE.length_mm and width <= LARGE.width_mm and height <= LARGE.height_mm
            for length, width, height in box.orientations()
        )
        assert not fits or box.weight_g > LARGE.payload_g
    assert fill_several([SMALL, LARGE], dict(reversed(wanted.items())))[0] == loads  # whatever the order they come in


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(60, 700), st.integers(60, 700), st.integers(60, 700)), min_size=1, max_size=6))
def test_pallets_are_stowed_as_soundly(sizes: list[tuple[int, int, int]]) -> None:
    lines = [GoodsLine(str(n), 7, *size, 3000 + n) for n, size in enumerate(sizes)]
    plan = plan_packing(lines, PackingRules(pallet=PALLETS["EUR"], carton_sizes=(CartonSize("M", 600, 400, 400),)))
    assert [check(load) for load in (*plan.cartons, *plan.pallets, *plan.containers)] == [
        [] for _ in (*plan.cartons, *plan.pallets, *plan.containers)
    ]
    assert not plan.unplaced
    pieces = sum(len(load.placed) for load in plan.cartons) + plan.package_count - len(plan.cartons)
    assert pieces == 7 * len(lines)


def standing(x: int = 0, y: int = 0, z: int = 0, **overrides: object) -> Placed:
    box = Box("box", 500, 400, 300, 10_000)
    return Placed(replace(box, **overrides), x, y, z, 500, 400, 300)  # type: ignore[arg-type]  # fields of a Box


@pytest.mark.parametrize(
    ("placed", "fault"),
    [
        ((standing(x=5500),), "box 0 sticks out"),
        ((standing(z=-1),), "box 0 sticks out"),
        ((standing(), standing(x=499)), "boxes 0 and 1 overlap"),
        ((standing(), standing(z=299)), "boxes 0 and 1 overlap"),
        ((standing(z=1),), "box 0 hangs in the air"),
        ((standing(), standing(x=101, z=300)), "box 1 hangs in the air"),
        ((standing(is_fragile=True), standing(z=300)), "box 1 stands on one that bears nothing"),
        ((standing(may_be_stacked_on=False), standing(z=300)), "box 1 stands on one that bears nothing"),
        ((standing(), standing(z=300, weight_g=15_001)), "box 1 crushes the one below"),
        ((replace(standing(), length_mm=300, height_mm=500),), "box 0 is turned as it may not be"),
        ((standing(weight_g=28_200_001),), "28200001 g are more than the payload of 28200000 g"),
    ],
)
def test_the_checker_finds_each_fault(placed: tuple[Placed, ...], fault: str) -> None:
    assert fault in check(Load(SMALL, placed))
    sound = (standing(), standing(x=500), standing(x=20, z=300, weight_g=15_000))
    assert check(Load(SMALL, sound)) == []


def test_two_hundred_and_forty_chairs_fill_a_large_container_and_part_of_a_small_one() -> None:
    plan = plan_packing([CHAIR])
    assert [(load.space.code, len(load.placed)) for load in plan.containers] == [("40HC", 184), ("20GP", 56)]
    figures = figures_of(plan)
    assert (figures.packages, figures.cbm, figures.gross_weight_kg) == (240, Decimal("65.695"), Decimal(1656))
    assert figures.chargeable_kg == {
        "AIR": Decimal("10949.5"),
        "COURIER": Decimal(13_139),
        "ROAD": Decimal("21876.5"),
    }
    assert figures.fills[0].volume_percent == Decimal("74.1")
    assert Decimal(45) < figures.fills[0].centre_percent < Decimal(55)


def test_pieces_go_into_the_sellers_cartons_and_the_rest_into_one_that_weighs_less() -> None:
    packed = carton([BOWL])
    assert sorted((box.weight_g, count) for box, count in packed.packages.items()) == [(3000, 1), (13_000, 4)]


def test_small_things_are_mixed_in_carton_sizes_and_large_ones_travel_alone() -> None:
    cup = GoodsLine("Chén", 40, 90, 90, 80, 250, is_fragile=True)
    packed = carton([cup, CHAIR], [CartonSize("S", 300, 200, 200), CartonSize("M", 500, 400, 300)])
    assert packed.packages[CHAIR.box(1)] == 240
    (mixed,) = [box for box in packed.packages if box.name in ("S", "M")]
    assert mixed.is_fragile and mixed.weight_g > 0
    assert sum(len(load.placed) for load in packed.mixed) == 40


def test_what_fits_nowhere_is_named() -> None:
    beam = GoodsLine("Xà", 2, 13_000, 200, 200, 90_000)
    plan = plan_packing([beam, replace(CHAIR, quantity=4)])
    assert plan.unplaced == Counter({beam.box(0): 2})
    assert len(plan.containers) == 1


def test_pallets_bring_their_deck_and_weight() -> None:
    plan = plan_packing([BOWL], PackingRules(pallet=PALLETS["EUR"]))
    figures = figures_of(plan)
    (load,) = plan.pallets
    assert (figures.pallets, figures.gross_weight_kg) == (1, Decimal(25 + 4 * 13 + 3))
    assert (load.height_mm, figures.cbm) == (1260, Decimal("1.348"))  # 1.2 × 0.8 × 1.404 m
    with pytest.raises(UnknownPallet):
        pallet_type("BIG")


def test_goods_nobody_measured_and_too_many_of_them_are_refused() -> None:
    with pytest.raises(Unmeasured) as unmeasured:
        plan_packing([CHAIR, replace(CHAIR, height_mm=0)])
    assert unmeasured.value.line == 1
    with pytest.raises(TooMany):
        plan_packing([replace(CHAIR, quantity=5001)])


def test_five_hundred_different_boxes_take_a_moment() -> None:
    kinds = {Box(str(n), 200 + n % 97 * 7, 200 + n % 89 * 6, 150 + n % 83 * 8, 2000 + n * 7, n): 1 for n in range(500)}
    started = time.process_time()
    loads, left = fill_several([SMALL, LARGE], kinds)
    took = time.process_time() - started
    assert not left and sum(len(load.placed) for load in loads) == 500
    assert took < 10, f"{took:.1f} s"


def in_front(one: Placed, other: Placed) -> bool:
    starts = (one.x, one.y, one.z)
    return any(other.far[axis] <= starts[axis] for axis in range(3))


def test_nothing_is_painted_over_what_is_nearer() -> None:
    load, _left = fill(SMALL, {CHAIR.box(0): 30, Box("b", 460, 460, 420, 6000, 1): 40})
    painted = seen(load.placed)
    for at, one in enumerate(painted):
        for later in painted[at + 1 :]:
            assert in_front(later.placed, one.placed) or not in_front(one.placed, later.placed)
    assert 0 < len(painted) < len(load.placed)
    assert any(Side.TOP in each.sides for each in painted)


def test_the_picture_is_sound_svg_that_says_nothing_aloud() -> None:
    plan = plan_packing([CHAIR, BOWL], PackingRules(pallet=PALLETS["EUR"]))
    for drawing in (picture(plan.containers[0]), picture(plan.pallets[0], deck_mm=144)):
        root = ElementTree.fromstring(drawing)  # noqa: S314  our own drawing
        assert root.get("aria-hidden") == "true"
        classes = {part.get("class") for part in root.iter() if part.get("class")}
        assert {"pack-0 top", "pack-0 side", "pack-0 front"} <= classes
