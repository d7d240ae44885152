"""Numbers of lots and pieces: written as the seller says, without a gap, without a clash, none twice."""

from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from catalog.traceability.create_lot import BadLot, LotNumberTaken, create_lot
from catalog.traceability.lot import Lot
from catalog.traceability.minting.count_on import BadCount
from catalog.traceability.minting.lot_numbers import mint_lot_number, next_numbers
from catalog.traceability.minting.pattern import BadPattern, read_pattern
from catalog.traceability.minting.serials import NoGtin, lot_of_serial, mint_serials, serials_of
from catalog.traceability.minting.series import NumberSeries, SeriesKind
from catalog.traceability.minting.set_series import NoSeries, set_number_series
from tests.catalog.stock.conftest import Parallel
from tests.factories.catalog import make_product, make_variant
from tests.factories.traceability import lot_data, make_lot

DAY, NEXT_MONTH = date(2026, 11, 22), date(2026, 12, 1)
GTIN = "8938501000019"


def test_patterns_say_where_date_and_counter_stand() -> None:
    pattern = read_pattern(" {YY}{MM}-{n:4} ")
    assert [pattern.number(DAY, 42), pattern.number(DAY, 12345)] == ["2611-0042", "2611-12345"]
    assert read_pattern("{n}").number(DAY, 7) == "7" and read_pattern("L{YYYY}/{DD}/{n:2}").stem(DAY) == "L2026/22/"
    wrong = {
        "": "COUNTER", "LOT": "COUNTER", "{n:4}-{YY}": "COUNTER", "{n:13}": "COUNTER", "{n:0}": "COUNTER",
        "{YY}{n:4}": "DIGIT", "1{n}": "DIGIT", "Lô-{n}": "CHARACTERS", "{XX}-{n}": "CHARACTERS", "A B{n}": "CHARACTERS",
        "A" * 17 + "{n}": "TOO_LONG", "{YYYY}{MM}{DD}-{n:12}": "TOO_LONG", "-" * 61 + "{n}": "TOO_LONG",
    }  # fmt: skip
    for text, code in wrong.items():
        with pytest.raises(BadPattern) as refused:
            read_pattern(text)
        assert refused.value.code == code, text


@pytest.mark.django_db
def test_lots_count_by_stem_and_what_is_undone_leaves_no_gap() -> None:
    variant = make_variant()
    with pytest.raises(NoSeries):
        mint_lot_number(variant=variant, on=DAY)
    set_number_series(seller_id=variant.seller_id, variant=None, kind=SeriesKind.LOT, pattern="{YY}{MM}-{n:3}")
    assert mint_lot_number(variant=variant, on=DAY) == "2611-001"
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        mint_lot_number(variant=variant, on=DAY)
        raise ZeroDivisionError
    make_lot(variant, number="2611-003")
    numbers = [mint_lot_number(variant=variant, on=on) for on in (DAY, DAY, NEXT_MONTH)]
    assert numbers == ["2611-002", "2611-004", "2612-001"], "what somebody typed is passed over"
    assert next_numbers(list(NumberSeries.objects.all()), on=DAY) == ["2611-005"]


@pytest.mark.django_db
def test_a_series_of_a_variant_goes_before_the_sellers_and_no_number_comes_again() -> None:
    variant = make_variant()
    seller_id = variant.seller_id
    other = make_variant(make_product(seller=variant.product.seller))
    set_number_series(seller_id=seller_id, variant=None, kind=SeriesKind.LOT, pattern="A-{n}")
    set_number_series(seller_id=seller_id, variant=variant, kind=SeriesKind.LOT, pattern="B-{n}")
    assert [mint_lot_number(variant=each, on=DAY) for each in (variant, other)] == ["B-1", "A-1"]
    set_number_series(seller_id=seller_id, variant=variant, kind=SeriesKind.LOT, pattern="A-{n}")
    assert mint_lot_number(variant=variant, on=DAY) == "A-2", "one stem of a seller has one counter"
    assert set_number_series(seller_id=seller_id, variant=variant, kind=SeriesKind.LOT, pattern="") is None
    set_number_series(seller_id=seller_id, variant=variant, kind=SeriesKind.LOT, pattern="B-{n:2}")
    assert mint_lot_number(variant=variant, on=DAY) == "B-02"


@pytest.mark.django_db
def test_a_lot_without_a_number_gets_the_next_one() -> None:
    variant = make_variant()
    with pytest.raises(BadLot):
        create_lot(variant=variant, data=lot_data(number=" "))
    set_number_series(seller_id=variant.seller_id, variant=None, kind=SeriesKind.LOT, pattern="L{YY}-{n:2}")
    made = [create_lot(variant=variant, data=lot_data(number="", produced_on=DAY)).number for _ in range(2)]
    assert made == ["L26-01", "L26-02"]
    with pytest.raises(LotNumberTaken):
        create_lot(variant=variant, data=lot_data(number="L26-02"))


@pytest.mark.django_db
def test_serials_are_one_row_however_many_and_known_again() -> None:
    variant = make_variant(gtin=GTIN)
    lot, later = make_lot(variant, produced_on=DAY), make_lot(variant, produced_on=DAY)
    set_number_series(seller_id=variant.seller_id, variant=variant, kind=SeriesKind.SERIAL, pattern="C{YY}-{n:5}")
    first = mint_serials(lot=lot, count=10_000)
    second = mint_serials(lot=later, count=2)
    assert list(serials_of(second)) == ["C26-10001", "C26-10002"]
    assert len(set(serials_of(first))) == 10_000 and not set(serials_of(first)) & set(serials_of(second))
    known = {"C26-00001": lot, "C26-10000": lot, "C26-10002": later, "C26-10003": None, "C26-1": None, "C26-": None,
             "C27-00001": None, "": None, "1" * 30: None}  # fmt: skip
    for serial, owner in known.items():
        assert lot_of_serial(gtin=GTIN, serial=serial) == owner, serial
    for count in (0, 100_001):
        with pytest.raises(BadCount):
            mint_serials(lot=lot, count=count)
    with pytest.raises(NoGtin):
        mint_serials(lot=make_lot(), count=1)


def test_many_at_once_get_each_number_once(in_parallel: Parallel) -> None:
    def prepare(_number: int) -> UUID:
        variant = make_variant(gtin=GTIN)
        for kind in SeriesKind:
            set_number_series(seller_id=variant.seller_id, variant=None, kind=kind, pattern="P-{n:3}")
        return make_lot(variant, number="typed").pk

    [lot_id] = in_parallel(prepare, 1)

    def work(number: int) -> tuple[list[str], list[str]]:
        lot = Lot.objects.select_related("variant").get(pk=lot_id)
        data = lot_data(number="", produced_on=DAY)
        made = [create_lot(variant=lot.variant, data=data).number for _ in range(3)]
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            mint_serials(lot=lot, count=50)
            raise ZeroDivisionError
        return made, list(serials_of(mint_serials(lot=lot, count=5 + number)))

    answers = in_parallel(work, 8)
    lots = sorted(number for made, _serials in answers for number in made)
    assert lots == [f"P-{n:03d}" for n in range(1, 25)]
    serials = sorted(serial for _made, found in answers for serial in found)
    assert serials == [f"P-{n:03d}" for n in range(1, sum(range(5, 13)) + 1)]
