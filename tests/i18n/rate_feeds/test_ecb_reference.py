from datetime import date
from decimal import Decimal

import pytest

from i18n.rate_feeds import FEEDS_DIR
from i18n.rate_feeds.ecb_reference.feed import read
from i18n.rate_feeds.record import BadRateFile, PublishedRate

DAY = "<e><Cube><Cube time='2026-01-09'>{}</Cube></Cube></e>"


def test_days_and_currencies_of_the_sample():
    rates = read((FEEDS_DIR / "ecb_reference/samples/daily.xml").read_bytes())
    assert len(rates) == 12
    assert rates[1] == PublishedRate("EUR", "JPY", Decimal("170.55"), date(2026, 1, 9))
    assert {rate.on for rate in rates} == {date(2026, 1, 9), date(2026, 1, 8)}


def test_currencies_that_are_gone_are_passed_over():
    cubes = "<Cube currency='DEM' rate='1.95583'/><Cube currency='USD' rate='1.1'/>"
    assert [rate.quote for rate in read(DAY.format(cubes).encode())] == ["USD"]


@pytest.mark.parametrize(
    "cubes",
    [
        "",
        "<Cube currency='USD'/>",
        "<Cube currency='USD' rate='1,1'/>",
        "<Cube currency='USD' rate='0'/>",
        "<Cube currency='USD' rate='-1'/>",
        "<Cube currency='USD' rate='NaN'/>",
        "<Cube currency='USD' rate='1e99'/>",
        "<Cube currency='EUR' rate='1'/>",
    ],
)
def test_implausible_rates_refuse_the_file(cubes):
    with pytest.raises(BadRateFile):
        read(DAY.format(cubes).encode())


def test_a_rate_without_a_day_and_an_impossible_day_are_refused():
    with pytest.raises(BadRateFile, match="before any day"):
        read(b"<Cube><Cube currency='USD' rate='1.1'/></Cube>")
    with pytest.raises(BadRateFile, match="2026-02-30"):
        read(b"<Cube time='2026-02-30'/>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_have_no_chance_in_any_encoding(encoding):
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE e [<!ENTITY a "{"a" * 1000}">]><e>&a;&a;</e>'
    with pytest.raises(BadRateFile, match="document type"):
        read(bomb.encode(encoding))
