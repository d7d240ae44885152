"""What is withheld cannot be told from what is not: examples by hand, and any small table by search."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from marketplace.indicators.definition import ALL, Cell, Key
from marketplace.indicators.disclosure.withhold import withhold
from marketplace.indicators.margins import places_in_sums, with_total

Counts = Mapping[Key, tuple[int, int]]
"""Value and number of people behind it."""


def one_way(counts: Mapping[str, tuple[int, int]]) -> list[Cell]:
    return with_total(Cell((name,), Decimal(value), (people,)) for name, (value, people) in counts.items())


def two_way(counts: Counts) -> list[Cell]:
    """Nobody is behind two cells here."""
    values: dict[Key, int] = {}
    people: dict[Key, int] = {}
    for key, (value, behind) in counts.items():
        for each in places_in_sums(key):
            values[each] = values.get(each, 0) + value
            people[each] = people.get(each, 0) + behind
    return [Cell(key, Decimal(values[key]), (people[key],)) for key in sorted(values)]


def hidden(cells: list[Cell], **options: object) -> set[Key]:
    return set(withhold(cells, is_additive=True, whole=True, **options))  # type: ignore[arg-type]  # as named


def test_the_worked_example_and_its_neighbours() -> None:
    rows: list[tuple[str, dict[str, tuple[int, int]], set[str]]] = [
        ("nothing is small", {"NL": (8, 8), "BE": (5, 5)}, set()),
        ("the smaller of the others", {"NL": (8, 8), "BE": (3, 3), "JP": (6, 6)}, {"BE", "JP"}),
        ("two small ones hide each other", {"NL": (8, 8), "BE": (3, 3), "JP": (4, 4)}, {"BE", "JP"}),
        ("two small ones are too few", {"NL": (8, 8), "BE": (1, 1), "JP": (2, 2), "KR": (9, 9)}, {"BE", "JP", "NL"}),
        ("a total that is too small", {"NL": (2, 2), "BE": (2, 2)}, {"NL", "BE", ALL}),
        ("five of one each: the total would tell", dict.fromkeys("ABCDE", (1, 1)), {*"ABCDE", ALL}),
        ("one country is its own total", {"NL": (4, 4)}, {"NL", ALL}),
    ]
    for name, counts, wanted in rows:
        assert hidden(one_way(counts)) == {(key,) for key in wanted}, name


def test_four_are_few_and_five_are_not() -> None:
    assert hidden(one_way({"NL": (50, 5)})) == set()
    assert hidden(one_way({"NL": (50, 4)})) == {("NL",), (ALL,)}


def test_every_kind_behind_a_figure_has_to_be_many() -> None:
    many_buyers = Cell(("NL",), Decimal(100), (4, 60))
    many_sellers = Cell(("BE",), Decimal(100), (60, 4))
    both = Cell(("JP",), Decimal(100), (60, 60))
    cells = with_total([many_buyers, many_sellers, both], (70, 70))
    assert {("NL",), ("BE",)} <= hidden(cells)


def test_one_seller_who_makes_nearly_all_of_an_amount_is_not_told() -> None:
    cells = [Cell(("NL",), Decimal(100), (9, 9), Decimal("0.86")), Cell(("BE",), Decimal(90), (9, 9), Decimal("0.85"))]
    assert withhold(with_total(cells), is_additive=False, whole=False) == {("NL",)}


def test_a_zero_is_told_and_hides_nothing() -> None:
    assert hidden([Cell((ALL,), Decimal(0), ())]) == set()


def test_what_was_withheld_last_time_is_chosen_again() -> None:
    counts = {"NL": (8, 8), "BE": (3, 3), "JP": (6, 6), "KR": (7, 7)}
    assert hidden(one_way(counts)) == {("BE",), ("JP",)}
    assert hidden(one_way(counts), favoured={("KR",), ("BE",)}) == {("BE",), ("KR",)}


def test_what_an_earlier_version_withheld_stays_withheld() -> None:
    counts = {"NL": (8, 8), "BE": (9, 9), "JP": (6, 6)}
    assert hidden(one_way(counts)) == set()
    assert hidden(one_way(counts), always={("BE",), ("JP",)}) == {("BE",), ("JP",)}


def test_a_small_cell_of_a_table_takes_three_more_corners() -> None:
    """Without them its row, or its column, would tell it."""
    counts: Counts = {("NL", "44"): (3, 3), ("NL", "94"): (9, 9), ("JP", "44"): (7, 7), ("JP", "94"): (8, 8)}
    assert hidden(two_way(counts)) == set(counts)


SMALL = st.integers(1, 7)


@given(st.dictionaries(st.sampled_from("ABCDE"), st.tuples(st.integers(0, 3), SMALL), min_size=1))
@settings(max_examples=60, deadline=None, database=None)
def test_no_withheld_part_of_a_sum_can_be_told(made: dict[str, tuple[int, int]]) -> None:
    """Everybody makes one thing or more: a value is at least the number of people behind it."""
    check(one_way({name: (people + more, people) for name, (more, people) in made.items()}))


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("AB"), st.sampled_from("XYZ")), st.tuples(st.integers(0, 2), SMALL), min_size=1
    )
)
@settings(max_examples=60, deadline=None, database=None)
def test_no_withheld_cell_of_a_table_can_be_told(made: dict[Key, tuple[int, int]]) -> None:
    check(two_way({key: (people + more, people) for key, (more, people) in made.items()}))


def check(cells: list[Cell]) -> None:
    """1. Whoever has few behind it is withheld. 2. Every withheld figure has at least two values that fit all that is
    told. 3. Where a sum is told, behind the withheld parts of it together there are five or more."""
    kept = hidden(cells)
    assert {cell.key for cell in cells if min(cell.contributors) < 5} <= kept
    for key in kept:
        assert any_other_value(cells, kept, key), (key, kept)
    for line, margin in lines(cells):
        together = sum(cell.contributors[0] for cell in line if cell.key in kept)
        assert margin in kept or together == 0 or together >= 5, (margin, kept)


def any_other_value(cells: list[Cell], kept: set[Key], key: Key) -> bool:
    """By search, and not by the graph that the code reasons with: is there another table of whole numbers, the withheld
    ones from 1 up, in which all that is told is the same and every sum is right? One step up or down suffices."""
    values = {cell.key: int(cell.value) for cell in cells}
    parts = [part for part in values if part in kept and ALL not in part]
    for steps in product((-1, 0, 1), repeat=len(parts)):
        changed = {**values, **{part: values[part] + step for part, step in zip(parts, steps, strict=True)}}
        if all(changed[part] >= 1 for part in parts) and fits(cells, changed, kept, key):
            return True
    return False


def fits(cells: list[Cell], changed: dict[Key, int], kept: set[Key], key: Key) -> bool:
    """Sums are made anew; those that are told have to come out as they were told."""
    sums = {margin: sum(changed[cell.key] for cell in line) for line, margin in lines(cells)}
    before = {cell.key: int(cell.value) for cell in cells}
    told_ok = all(value == before[margin] for margin, value in sums.items() if margin not in kept)
    return told_ok and {**changed, **sums}[key] != before[key]


def lines(cells: list[Cell]) -> Iterator[tuple[list[Cell], Key]]:
    """Every sum of the table with the inner cells that it is of."""
    inner = [cell for cell in cells if ALL not in cell.key]
    for cell in cells:
        if ALL in cell.key:
            named = [(at, part) for at, part in enumerate(cell.key) if part != ALL]
            yield [each for each in inner if all(each.key[at] == part for at, part in named)], cell.key
