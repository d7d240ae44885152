import datetime
import decimal
import uuid
from typing import Any

import orjson
import pytest
from graphql import GraphQLError, parse_value

from marketplace.graphql import JSON, UUID, Date, DateTime, Decimal, JSONString, Upload
from marketplace.graphql.result import Result, to_json
from marketplace.graphql.scalars import ExactFloat
from tests.marketplace.graphql.shop import ask, codes

MOMENT = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("1.50", "1.50"), (3, "3"), (ExactFloat("0.100000000000000005"), "0.100000000000000005"), ("-2E+3", "-2E+3"),
     (decimal.Decimal("1.10"), "1.10")],
)  # fmt: skip
def test_decimals_keep_every_digit(given: Any, expected: str) -> None:
    assert str(Decimal.parse_value(given)) == expected


@pytest.mark.parametrize(
    "given",
    [True, None, "", " 1", "1_000", "NaN", "Infinity", "1e999", "1" * 25, "٣", "0x1", [], {}, 1.5, 10**30,
     decimal.Decimal("NaN"), decimal.Decimal("1E+500"), "1e18", "1e-19", "0.0000000000000000001"],
)  # fmt: skip
def test_other_decimals_are_refused(given: Any) -> None:
    with pytest.raises(GraphQLError):
        Decimal.parse_value(given)


def test_decimals_on_the_wire_are_numbers_with_their_digits() -> None:
    result = ask('{ ware(id: "V2FyZTo1") { price } }')
    assert result.data["ware"]["price"] == decimal.Decimal("1.50")
    assert result.to_json() == b'{"data":{"ware":{"price":1.50}}}'
    assert to_json(decimal.Decimal("1E+3")) == b"1000"
    assert to_json([decimal.Decimal("-0.000000000000000000001")]) == b"[-0.000000000000000000001]"


def test_decimal_literals_of_every_form() -> None:
    for literal in ("1.10", '"1.10"'):
        assert ask(f"{{ echo(amount: {literal}) }}").data == {"echo": "1.10"}
    assert codes(ask("{ echo(amount: true) }")) == ["GRAPHQL_VALIDATION_FAILED"]
    assert codes(ask("query($a: Decimal) { echo(amount: $a) }", {"a": "ten"})) == ["BAD_USER_INPUT"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-03-01T09:30:00+07:00", "2026-03-01T02:30:00+00:00"),
        ("2026-03-01T09:30:00.5Z", "2026-03-01T09:30:00.500000+00:00"),
    ],
)
def test_moments_become_utc(given: str, expected: str) -> None:
    assert DateTime.parse_value(given).isoformat() == expected


@pytest.mark.parametrize(
    "given",
    ["2026-03-01", "2026-03-01T09:30:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "now", "", 1, None,
     "9999-12-31T12:00:00Z", "0001-01-01T12:00:00Z"],
)  # fmt: skip
def test_other_moments_are_refused(given: Any) -> None:
    with pytest.raises(GraphQLError):
        DateTime.parse_value(given)


@pytest.mark.parametrize(
    "given", ["2026-02-30", "20260301", "2026-3-1", "٢٠٢٦-٠٣-٠١", "2026-03-01T00:00Z", "", 1, None]
)
def test_other_days_are_refused(given: Any) -> None:
    with pytest.raises(GraphQLError):
        Date.parse_value(given)


def test_days_and_identifiers_round_trip() -> None:
    key = uuid.uuid4()
    assert Date.serialize(Date.parse_value("2026-03-01")) == "2026-03-01"
    assert UUID.parse_value(UUID.serialize(key)) == key


@pytest.mark.parametrize("given", ["", "g" * 32, "1" * 31, "urn:uuid:0190163d-8694-739b-aea5-966c26f8ad91", 7, None])
def test_other_identifiers_are_refused(given: Any) -> None:
    with pytest.raises(GraphQLError):
        UUID.parse_value(given)


@pytest.mark.parametrize("given", ["{", "NaN", "[" * 50_000, "1" * 200_000, 7, None])
def test_json_strings_are_json(given: Any) -> None:
    with pytest.raises(GraphQLError):
        JSONString.parse_value(given)


@pytest.mark.parametrize("given", [ExactFloat("1e999"), float("nan"), {"a": [{"b": 2**63}]}, [-(2**63) - 1]])
def test_json_has_no_numbers_that_nobody_keeps(given: Any) -> None:
    with pytest.raises(GraphQLError):
        JSON.parse_value(given)


@pytest.mark.parametrize("literal", ["1e999", "[{a: 99999999999999999999}]"])
def test_nor_has_a_literal(literal: str) -> None:
    with pytest.raises(GraphQLError):
        JSON.parse_literal(parse_value(literal))


def test_json_round_trips() -> None:
    assert JSON.parse_value({"a": [1.5, 2**63 - 1, True, None]}) == {"a": [1.5, 2**63 - 1, True, None]}
    assert JSONString.parse_value(JSONString.serialize({"tên": "gốm"})) == {"tên": "gốm"}
    assert orjson.loads(Result({"value": JSON.serialize({"a": [1, None]})}).to_json()) == {
        "data": {"value": {"a": [1, None]}}
    }


@pytest.mark.parametrize("given", ["file", {"read": 1}, None, 3])
def test_uploads_are_files(given: Any) -> None:
    with pytest.raises(GraphQLError):
        Upload.parse_value(given)


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        (Decimal, 1.5),
        (Decimal, decimal.Decimal("NaN")),
        (DateTime, "today"),
        (Date, datetime.datetime.now(datetime.UTC)),
    ],
)
def test_a_resolvers_wrong_value_is_a_defect(scalar: Any, value: Any) -> None:
    with pytest.raises(TypeError):
        scalar.serialize(value)
