"""Digital Links and element strings: what is accepted, what is refused and why, and the way there and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.traceability.gs1.characters import SET_82_IN_ORDER
from catalog.traceability.gs1.digital_link import digital_link, read_digital_link
from catalog.traceability.gs1.element_string import SEPARATOR, bracketed, read_bracketed, read_scanned, scanned
from catalog.traceability.gs1.problem import BadGS1

GTIN = "09501101530003"
AT = f"https://id.example.org/01/{GTIN}"


def refused(uri: str) -> set[str]:
    with pytest.raises(BadGS1) as found:
        read_digital_link(uri)
    return {problem.code for problem in found.value.problems}


def test_a_link_is_taken_apart_and_put_together_again() -> None:
    uri = f"https://id.example.org/any/stem/01/{GTIN}/10/AB%2FC+1/21/x-1?17=271231&11=260101&linkType=gs1%3Apip&q=a+b#x"
    link = read_digital_link(uri)
    assert (link.domain, link.stem, link.key) == ("https://id.example.org", "/any/stem", ("01", GTIN))
    assert link.qualifiers == (("10", "AB/C+1"), ("21", "x-1"))
    assert link.attributes == (("17", "271231"), ("11", "260101"))
    assert link.others == (("linkType", "gs1:pip"), ("q", "a b"))
    assert link.uri() == f"https://id.example.org/any/stem/01/{GTIN}/10/AB%2FC%2B1/21/x-1?11=260101&17=271231"
    assert read_digital_link(link.uri("https://other.example")).elements == (
        *link.elements[:3], ("11", "260101"), ("17", "271231"),
    )  # fmt: skip
    assert link.levels() == [
        f"/01/{GTIN}/10/AB%2FC%2B1/21/x-1", f"/01/{GTIN}/10/AB%2FC%2B1", f"/01/{GTIN}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "uri",
    [
        AT, f"http://localhost:8000/01/{GTIN}", f"HTTPS://ID.EXAMPLE.ORG/01/{GTIN}", f"{AT}/22/2A",
        f"{AT}/22/2A/10/L/21/1",
        f"{AT}/22/2A/21/1", f"{AT}/235/TPX", f"{AT}?3103=000195", f"{AT}?", f"{AT}?&&x=1", f"{AT}?99=own",
        "https://a.example/00/106141411234567897", "https://a.example/414/9501101530003/254/x",
        f"https://a.example/10/stem/01/{GTIN}",
    ],
)  # fmt: skip
def test_what_keeps_the_rules_is_read(uri: str) -> None:
    assert read_digital_link(uri).key[0] in ("00", "01", "414")


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("", "NO_URI"), ("ftp://a.example/01/" + GTIN, "NO_URI"), ("https:///01/" + GTIN, "NO_URI"),
        ("https://u@a.example/01/" + GTIN, "NO_URI"), (f"HttPs://a.example/01/{GTIN}", "NO_URI"),
        (f"{AT}/10/%4", "NO_URI"), (f"{AT}/10/a b", "NO_URI"), (f"{AT}/10/é", "NO_URI"), ("x" * 5000, "NO_URI"),
        ("https://a.example/", "NO_KEY"), ("https://a.example/10/ABC", "NO_KEY"), (f"{AT}/", "NO_KEY"),
        (f"{AT}/77/x", "NO_KEY"), (f"{AT}/10", "NO_KEY"), ("https://a.example/gtin/" + GTIN, "NO_KEY"),
        ("https://a.example/01/9501101530003", "TOO_SHORT"), ("https://a.example/01/09501101530002", "CHECK_DIGIT"),
        (f"{AT}/10/", "EMPTY"), (f"{AT}/10/%C3%A9", "CHARACTERS"), (f"{AT}/10/a%20b", "CHARACTERS"),
        (f"{AT}/10/{'x' * 21}", "TOO_LONG"), (f"{AT}/21/1/10/A", "QUALIFIERS"), (f"{AT}/10/A/235/B", "QUALIFIERS"),
        (f"{AT}/10/A/10/A", "QUALIFIERS"), ("https://a.example/00/106141411234567897/10/A", "QUALIFIERS"),
        (f"{AT}?10=A", "ATTRIBUTE"), (f"{AT}?77=1", "ATTRIBUTE"), (f"{AT}?17", "ATTRIBUTE"),
        (f"{AT}?254=1", "ATTRIBUTE"),
        (f"{AT}?17=271231&17=271231", "TWICE"), (f"{AT}?17=271332", "DATE"),
        (f"{AT}?3103=000195&3100=000001", "EXCLUDES"),
        (f"{AT}?37=5", "REQUIRES"), (f"{AT}?3922=0299&3103=000195&3932=9780299", "EXCLUDES"),
        (f"{AT}?3922=0299", "REQUIRES"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_refused_with_its_name(uri: str, code: str) -> None:
    assert code in refused(uri)


@pytest.mark.parametrize(
    "elements",
    [[("10", "A")], [("01", GTIN), ("00", "106141411234567897")], [("01", GTIN), ("21", "1"), ("235", "x")], []],
)
def test_a_link_needs_one_key_and_one_sequence(elements: list[tuple[str, str]]) -> None:
    with pytest.raises(BadGS1):
        digital_link("https://a.example", elements)


VALUES = st.text(SET_82_IN_ORDER, min_size=1, max_size=20)


@settings(max_examples=60, deadline=None)
@given(lot=VALUES, serial=VALUES, variant=st.none() | VALUES)
def test_every_value_survives_the_way_there_and_back(lot: str, serial: str, variant: str | None) -> None:
    elements = [("01", GTIN), *([("22", variant)] if variant else []), ("10", lot), ("21", serial), ("17", "271231")]
    assert list(read_digital_link(digital_link("https://a.example", elements)).elements) == elements
    assert read_bracketed(bracketed(elements)) == elements
    assert sorted(read_scanned(scanned(elements))) == sorted(elements)


def test_what_scanners_give_is_read() -> None:
    assert read_scanned(f"]d201{GTIN}10AB{SEPARATOR}17271231") == [("01", GTIN), ("10", "AB"), ("17", "271231")]
    assert scanned([("10", "AB"), ("01", GTIN)]) == f"01{GTIN}10AB"
    for text in ("", "77x", f"01{GTIN}10", f"10AB{SEPARATOR}21x", "x" * 3000):
        with pytest.raises(BadGS1):
            read_scanned(text)
    for text in ("", "01", "(01", f"(01){GTIN})", f"(01){GTIN}(10)A(10)B", "(" * 3000):
        with pytest.raises(BadGS1):
            read_bracketed(text)
