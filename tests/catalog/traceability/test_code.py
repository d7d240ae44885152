"""The form of a code: what typing slips it forgives and which it catches."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.code import ALPHABET, LENGTH, check_character, grouped, normalise, random_code

CODES = st.text(ALPHABET, min_size=12, max_size=12).map(lambda body: body + check_character(body))


def test_codes_are_13_characters_without_those_that_people_misread() -> None:
    for _ in range(200):
        code = random_code()
        assert len(code) == LENGTH
        assert set(code) <= set(ALPHABET)
        assert normalise(code) == code
    assert not set("ILOU") & set(ALPHABET)


def test_random_codes_differ() -> None:
    assert len({random_code() for _ in range(5000)}) == 5000


@given(CODES)
def test_case_hyphens_and_misread_letters_do_not_matter(code: str) -> None:
    typed = grouped(code).lower().replace("0", "o").replace("1", "l")
    assert normalise(f"  {typed} ") == code
    assert normalise(code.replace("1", "I").replace("0", "O")) == code


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_caught(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert (normalise(wrong) is None) == (wrong != code)


@given(CODES, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_characters_that_changed_places_are_caught(code: str, one: int, other: int) -> None:
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    swapped = "".join(signs)
    assert (normalise(swapped) is None) == (swapped != code)


@pytest.mark.parametrize(
    "text", ["", "ABC", "U" * 13, "7" * 12, "7" * 14, "٧" * 13, "-" * 500, "ÄÖÜ4567890123", "\x00" * 13]
)
def test_what_is_no_code(text: str) -> None:
    assert normalise(text) is None


def test_noise_passes_about_once_in_32() -> None:
    seeded = random.Random(7)  # noqa: S311  # noise that is the same at every run
    passed = sum(normalise("".join(seeded.choices(ALPHABET, k=13))) is not None for _ in range(6400))
    assert 140 < passed < 260
