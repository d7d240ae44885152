"""What carriers' answers are read with, and what goods are told in."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

import pytest

from i18n.money import Money
from logistics.carrier import Account, CarrierError, CredentialsRefused
from logistics.carriers.found import Found, read_json
from logistics.carriers.http import retry_after
from logistics.carriers.token import Tokens
from logistics.consignment import Package
from logistics.domestic import phone, pieces, pile_cm, value_dong, weight_g
from tests.factories.logistics import make_consignment, make_domestic_consignment, make_item


def failing(fact: str) -> CarrierError:
    return CarrierError("x", fact, permanent=False)


def found(value: Any) -> Found:
    return Found(value, "it", failing)


def test_a_wait_is_read_in_both_of_its_forms_and_bounded() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    waits = {text: retry_after(text) for text in ("7", " 7 ", "999999", "-1", "soon", "", "٧")}
    assert waits == {"7": 7, " 7 ": 7, "999999": 3600, "-1": None, "soon": None, "": None, "٧": None}
    assert 85 <= (retry_after(soon) or 0) <= 90
    assert retry_after("Sun, 01 Jan 2023 00:00:00 GMT") == 0


def test_values_are_what_they_should_be_or_named() -> None:
    assert found("32000.0").dong() == Money(Decimal(32000), "VND")
    assert found(None).text() == ""
    assert found(7).text() == "7"
    assert len(found("x" * 900).text()) == 500
    assert found("2026-11-22 15:22:20").moment() == datetime(2026, 11, 22, 8, 22, 20, tzinfo=UTC)
    assert found("22/11/2026 15:22:20").moment("%d/%m/%Y %H:%M:%S") == found("2026-11-22T15:22:20+07:00").moment()
    wrong: list[tuple[str, Any]] = [
        ("text", True), ("text", []), ("whole", "1.5"), ("whole", "1e99"), ("number", "NaN"), ("number", "Infinity"),
        ("number", None), ("number", "12,5"), ("moment", "yesterday"), ("moment", None), ("each", {}), ("filled", " "),
    ]  # fmt: skip
    for verb, value in wrong:
        with pytest.raises(CarrierError, match="it is not"):
            getattr(found(value), verb)()
    with pytest.raises(CarrierError, match=r"there is no it\.x"):
        found({})["x"]


def test_what_is_no_json_is_a_failure() -> None:
    for content in (b"", b"<html>", b"\xff", b"[" * 100_000, b'{"a": NaN}', b'{"a": Infinity}', b"1" * 5000):
        with pytest.raises(CarrierError):
            read_json(content, failing)
    assert read_json(b'{"a": 1.10}', failing)["a"].number() == Decimal("1.10")


def test_a_token_is_kept_until_it_is_refused() -> None:
    tokens, account, given = Tokens(seconds=60), Account("x", "k", None, {"password": "one"}), iter("abcdef")
    refused = {"a"}

    def work(token: str) -> str:
        if token in refused and used.count(token):
            raise CredentialsRefused("x")
        used.append(token)
        return token

    used: list[str] = []
    assert tokens.use(account, lambda: next(given), work) == "a"
    assert tokens.use(account, lambda: next(given), work) == "b", "the kept one was refused"
    assert tokens.use(account, lambda: next(given), work) == "b"
    other = Account("x", "k", None, {"password": "two"})
    assert tokens.use(other, lambda: next(given), work) == "c", "other credentials never get its token"
    assert "one" not in repr(tokens)


def test_goods_are_told_in_the_units_of_the_country() -> None:
    assert [phone(number) for number in ("+84 900 000 000", "0900-000-000", "84900000000")] == ["0900000000"] * 3
    assert pile_cm((Package(1, 900, 585, 540, 960), Package(2, 900, 601, 10, 0))) == (61, 54, 97)
    chairs = make_domestic_consignment(items=(make_item(quantity=3, unit_value=Money(Decimal(5), "VND")),), packages=())
    assert [package.gross_weight_g for package in pieces(chairs)] == [6900] * 3
    assert value_dong(chairs, "x") == 15
    for refused in (
        lambda: value_dong(make_consignment(), "x"),
        lambda: weight_g(make_consignment(items=(make_item(net_weight_g=0, gross_weight_g=0),), packages=()), "x"),
    ):
        with pytest.raises(CarrierError) as caught:
            refused()
        assert caught.value.permanent
