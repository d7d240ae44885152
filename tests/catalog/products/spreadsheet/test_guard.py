import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.products.spreadsheet.guard import guarded, printable, tidy, unguarded


@given(st.text())
def test_what_is_guarded_is_read_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+84 901", "-x", "@SUM(A1)", "\tx", "\r=x", "'=x", "＝1+1"])
def test_nothing_that_runs_stays_at_the_beginning(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Bàn", "'Bát", "-5", "+12,5", "", "1=1"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


def test_cells_are_tidied() -> None:
    assert tidy(" Be\u0301\r\nb\x00\x07\ufffe\t") == "Bé\nb"
    assert printable("a\x00\x1b\u2028b\n") == "a\u2028b\n"
