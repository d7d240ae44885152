"""The table of application identifiers, and every check it names."""

from pathlib import Path

import pytest

from catalog.traceability.gs1.application_identifier import TABLE, application_identifiers, fits
from catalog.traceability.gs1.checks.moments import full_year
from catalog.traceability.gs1.read_dictionary import BadDictionary, read_dictionary
from catalog.traceability.gs1.value import value_problems

DICTIONARY = Path(__file__).parents[5] / "shared/data/digital_link/gs1-syntax-dictionary.txt"


def said(ai: str, value: str) -> str:
    return " ".join(problem.code for problem in value_problems(ai, value))


def test_the_table_is_whole_and_every_check_in_it_is_there() -> None:
    known = application_identifiers()
    assert len(known) > 500
    assert known["01"].qualifiers == (("22", "10", "21"), ("235",))
    assert known["00"].qualifiers == ((),)
    assert known["10"].qualifiers is None
    assert (known["3103"].is_fixed, known["3103"].excludes) == (True, ("310n",))
    assert known["250"].requires == ((("01", "21"), ("03", "21"), ("8006", "21")),)
    for code, identifier in known.items():
        for part in identifier.parts:
            assert value_problems(code, "0" * identifier.most) is not None, part


def test_the_table_is_what_the_dictionary_says() -> None:
    if not DICTIONARY.exists():
        pytest.skip("GS1's syntax dictionary does not lie beside this checkout")
    rows = read_dictionary(DICTIONARY.read_text(encoding="utf-8"))
    assert [row["ai"] for row in rows] == [line.split(",")[0] for line in TABLE.read_text().splitlines()[1:]]


@pytest.mark.parametrize("text", ["", "# only a comment", "01 nonsense", "01 *? Q14"])
def test_what_is_no_dictionary_is_refused(text: str) -> None:
    with pytest.raises(BadDictionary):
        read_dictionary(text)


@pytest.mark.parametrize(
    ("ai", "value", "code"),
    [
        ("01", "09501101530003", ""), ("01", "09501101530004", "CHECK_DIGIT"), ("01", "9501101530003", "TOO_SHORT"),
        ("01", "095011015300030", "TOO_LONG"), ("01", "0950110153000A", "CHARACTERS"), ("01", "", "EMPTY"),
        ("00", "106141411234567897", ""), ("00", "106141411234567898", "CHECK_DIGIT"),
        ("10", "ABC-1/2", ""), ("10", "Lô 1", "CHARACTERS"), ("10", "x" * 21, "TOO_LONG"),
        ("11", "261122", ""), ("11", "261100", ""), ("11", "261131", "DATE"), ("11", "261300", "DATE"),
        ("7007", "261100", "DATE"), ("7007", "261122261123", ""), ("7007", "2611", "TOO_SHORT"),
        ("422", "704", ""), ("422", "999", "COUNTRY"), ("422", "000", "COUNTRY"), ("423", "704276", ""),
        ("423", "704277", "COUNTRY"), ("3919", "00012", "CURRENCY"), ("3912", "9781299", ""),
        ("8007", "NL91ABNA0417164300", ""), ("8007", "NL92ABNA0417164300", "IBAN"),
        ("8013", "1987654Ad4X4bL5ttr2310c2K", ""), ("8013", "1987654Ad4X4bL5ttr2310c2J", "CHECK_PAIR"),
        ("8006", "095011015300030102", ""), ("8006", "095011015300030302", "PIECE_OF_TOTAL"),
        ("8008", "26112223", ""), ("8008", "26112224", "TIME"), ("8008", "2611222359", ""),
        ("8008", "2611222360", "TIME"), ("4309", "02790858483015297971", ""),
        ("4309", "18000000010000000000", "LATITUDE"),
        ("4300", "Go%20Go", ""), ("4300", "100%", "PERCENT"), ("4321", "2", "YES_OR_NO"), ("7240", "x" * 20, ""),
        ("8110", "106141416543213150110120", ""), ("8110", "106141416543213150110", "COUPON"),
        ("8112", "01614141012345600123456", "COUPON"), ("8112", "00614141012345600123456", "COUPON"),
        ("8112", "006141410123450123456", ""), ("7258", "3/7", ""), ("7258", "8/7", "POSITION"),
        ("7258", "0/7", "POSITION"),
        ("8001", "00000000000000", "ZERO"), ("8001", "01000050010010", ""), ("8001", "01000050010020", "WINDING"),
        ("77", "1", "UNKNOWN_AI"),
    ],
)  # fmt: skip
def test_values(ai: str, value: str, code: str) -> None:
    assert said(ai, value) == code


def test_years_are_those_near_now() -> None:
    assert [full_year(two, this_year=2026) for two in (26, 76, 77, 0, 99)] == [2026, 2076, 1977, 2000, 1999]
    assert [full_year(two, this_year=2080) for two in (30, 31, 29)] == [2130, 2031, 2129]


def test_patterns() -> None:
    assert fits("310n", "3103")
    assert not fits("310n", "3113")
    assert not fits("01", "011")
