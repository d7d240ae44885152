from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.money import Money
from orders.bank_statements.csv_mapping import Column, CsvMapping, DateOrder, DecimalSign, mapping_from_json
from orders.bank_statements.parsed import BadStatement, Direction
from orders.bank_statements.read_csv import MappingNeeded, read_csv
from tests.orders.bank_statements.samples import table

VIETNAMESE = [
    ["NGÂN HÀNG MINH HỌA", "", "", "", "", ""],
    ["Sao kê tài khoản 0000 DEMO 0001", "", "", "", "", ""],
    ["Ngày giao dịch", "Số bút toán", "Ghi nợ (VND)", "Ghi có (VND)", "Nội dung", "Tên đối ứng"],
    ["19/11/2026 08:15:01", "FT1", "", "1.250.000", "TT don hang BDM2026000123", "NGUYEN VAN MAU"],
    ["20/11/2026 09:00:00", "FT2", "11.000", "", "Phi dich vu", ""],
    ["Tổng cộng", "", "11.000", "1.250.000", "", ""],
]


def read(
    rows: list[list[str]], currency: str = "EUR", mapping: CsvMapping | None = None, separator: str = ","
) -> object:
    return read_csv(table(rows, separator=separator), account_number="A", currency=currency, mapping=mapping)[0].entries


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_vietnamese_statement_is_read_by_its_headers(separator: str) -> None:
    came, went = read(VIETNAMESE, "VND", separator=separator)
    assert (came.direction, came.amount, came.booked_on) == (
        Direction.CREDIT,
        Money(Decimal(1250000), "VND"),
        date(2026, 11, 19),
    )
    assert (came.bank_reference, came.other_name) == ("FT1", "NGUYEN VAN MAU")
    assert (went.direction, went.amount.amount) == (Direction.DEBIT, 11000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_banks_use(encoding: str) -> None:
    content = table(VIETNAMESE).decode().encode(encoding)
    parsed, _mapping = read_csv(content, account_number="A", currency="VND", mapping=None)
    assert parsed.entries[0].text == "TT don hang BDM2026000123"


def test_an_english_statement_with_one_signed_column() -> None:
    rows = [["Date", "Amount", "Description"], ["2026-11-20", "1,234.50", "x"], ["2026-11-21", "-7.00", "y"]]
    came, went = read(rows)
    assert came.amount == Money(Decimal("1234.50"), "EUR")
    assert (went.direction, went.amount.amount) == (Direction.DEBIT, Decimal("7.00"))


def test_unknown_headers_need_a_person_who_is_asked_once() -> None:
    rows = [["Когда", "Сколько"], ["20.11.2026", "5,50"]]
    with pytest.raises(MappingNeeded) as asked:
        read(rows)
    assert asked.value.headers == ["Когда", "Сколько"]
    assert asked.value.sample == [["20.11.2026", "5,50"]]
    mapping = CsvMapping({Column.DATE: "Когда", Column.AMOUNT: "Сколько"})
    parsed, used = read_csv(table(rows), account_number="A", currency="EUR", mapping=mapping)
    assert parsed.entries[0].amount == Money(Decimal("5.50"), "EUR")
    assert (used.date_order, used.decimal_sign) == (DateOrder.DAY_FIRST, DecimalSign.COMMA)
    assert mapping_from_json(used.as_json()) == used


@pytest.mark.parametrize(
    ("day", "amount", "doubt"), [("03/04/2026", "5.00", "dates"), ("2026-04-03", "1.250", "amounts")]
)
def test_what_can_be_read_two_ways_is_asked_and_never_guessed(day: str, amount: str, doubt: str) -> None:
    rows = [["Date", "Amount"], [day, amount]]
    with pytest.raises(MappingNeeded) as asked:
        read(rows)
    assert asked.value.undecided == doubt
    decided = CsvMapping({Column.DATE: "Date", Column.AMOUNT: "Amount"}, DateOrder.MONTH_FIRST, DecimalSign.COMMA)
    if doubt == "amounts":
        decided = CsvMapping(decided.columns, DateOrder.YEAR_FIRST, DecimalSign.COMMA)
        assert read(rows, mapping=decided)[0].amount.amount == 1250
    else:
        decided = CsvMapping(decided.columns, DateOrder.MONTH_FIRST, DecimalSign.POINT)
        assert read(rows, mapping=decided)[0].booked_on == date(2026, 3, 4)


def test_in_a_currency_without_decimals_every_sign_groups() -> None:
    assert read([["Ngày", "Số tiền"], ["20/11/2026", "1.250"]], "VND")[0].amount.amount == 1250


@pytest.mark.parametrize(
    "row", [["20/11/2026", "1,2,3.00"], ["20/11/2026", "12,34.00"], ["20/11/2026", "5.005"], ["31/11/2026", "5.00"],
            ["20/11/2026", "=1+1"], ["20/11/2026", "٣.00"]]
)  # fmt: skip
def test_a_line_that_is_wrong_refuses_the_file_and_says_where(row: list[str]) -> None:
    mapping = CsvMapping({Column.DATE: "Date", Column.AMOUNT: "Amount"}, DateOrder.DAY_FIRST, DecimalSign.POINT)
    with pytest.raises(BadStatement, match="line 2"):
        read([["Date", "Amount"], row], mapping=mapping)


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content: bytes) -> None:
    with suppress(BadStatement, MappingNeeded):
        read_csv(content, account_number="A", currency="EUR", mapping=None)
