from decimal import Decimal

import pytest
from django.http import QueryDict

from frontend.form import Form
from frontend.refusals import FieldError, Refused


def form(query: str) -> Form:
    return Form("save", QueryDict(query))


def test_text_is_trimmed_and_needed_text_is_asked_for() -> None:
    assert form("name=+An+Phú+").text("name") == "An Phú"
    assert form("").text("name") == ""
    with pytest.raises(Refused) as refused:
        form("name=++").text("name", required=True)
    assert refused.value.errors[0].field == "name"
    with pytest.raises(Refused):
        form("name=" + "x" * 20_001).text("name")


@pytest.mark.parametrize(("typed", "read"), [("12", 12), ("1 200", 1200), ("-3", -3)])
def test_whole_numbers(typed: str, read: int) -> None:
    assert form(f"n={typed}").integer("n") == read


@pytest.mark.parametrize("typed", ["", "1.5", "١٢", "1e3", "9" * 10, "--1", "x"])
def test_what_is_no_whole_number_is_refused_with_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        form(f"n={typed}").integer("n")
    assert refused.value.errors[0].field == "n"


@pytest.mark.parametrize(("typed", "read"), [("12,50", "12.50"), ("0.0125", "0.0125"), ("1 200", "1200")])
def test_decimals_keep_every_digit(typed: str, read: str) -> None:
    assert form(f"n={typed}").decimal("n") == Decimal(read)


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "1e5", "1,2,3", "x", "1" * 21])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        form(f"n={typed}").decimal("n")


def test_an_error_finds_its_field_by_the_end_of_its_path() -> None:
    posted = form("postalCode=x")
    posted.errors = (FieldError("address.postalCode", "INVALID", "no"), FieldError(None, "X", "whole"))
    assert [error.code for error in posted.errors_of("postalCode")] == ["INVALID"]
    assert posted.errors_of("city") == []


def test_an_address_has_only_the_fields_the_form_had() -> None:
    assert form("a.city=Huế&a.country=VN&city=no").address("a.") == {"city": "Huế", "country": "VN"}
