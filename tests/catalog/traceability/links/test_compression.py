"""Compressed Digital Links, against what GS1's own prototype makes of the same elements."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.links.compression.bits import BadCompression
from catalog.traceability.links.compression.compress import compress
from catalog.traceability.links.compression.decompress import decompress
from catalog.traceability.links.read_request import read_request

GTIN = "08938505970011"
VECTORS: list[tuple[dict[str, str], str]] = [
    ({"10": "LO-0001", "01": "08938505970011"}, "CxBCUPJCts5Z32mmmo"),
    ({"21": "7K3M9QXW2T4BC", "01": "08938505970011"}, "DBBCUPJCttvZW5nqC62yfAIQ"),
    ({"01": "08938505970011"}, "ARBCUPJCtg"),
    ({"00": "108938505970000010"}, "ABgwb-drQgig"),
    ({"10": "MA/2026+1", "17": "271231", "21": "99", "01": "08938505970011"}, "GhBCUPJCtxM2CvZMGTZWxAsaEb-"),
    ({"10": "abc123", "3103": "001250", "01": "08938505970011"}, "LRBCUPJCtgCcQgTVeCRg"),
    ({"22": "2A", "7003": "2712311200", "01": "08938505970011"}, "DhBCUPJCtlDVStARIRU"),
    ({"254": "ke-4", "414": "8938505970017"}, "nYISh5IWFkke-4"),
    ({"8004": "8938505970AF77"}, "gAROiThQWXCvdw"),
    ({"253": "893850597001742"}, "JTghKHkhYQJU"),
]
"""Elements, and their short form by gs1/GS1DigitalLinkCompressionPrototype with optimisations."""

OTHER_ORDER = [
    ({"10": "LO-0001", "01": "08938505970011"}, "ARBCUPJCtiDOWd9pppq"),
    ({"21": "7K3M9QXW2T4BC", "01": "08938505970011"}, "ARBCUPJCtkLb2VuZ6gutsnwCE"),
    ({"10": "MA/2026+1", "17": "271231", "21": "99", "01": "08938505970011"}, "ARBCUPJCtiETNgr2TBk2VsRdCN_IQLG"),
    ({"10": "abc123", "3103": "001250", "01": "08938505970011"}, "ARBCUPJCtiBNV4JGYgYAnE"),
    ({"22": "2A", "7003": "2712311200", "01": "08938505970011"}, "ARBCUPJCtkSEVOAGUNVK0A"),
    ({"254": "ke-4", "414": "8938505970017"}, "JUZJHvuEFIISh5IWE"),
]
"""The same without optimisations, which has the elements in another order."""


def test_the_short_form_is_gs1s() -> None:
    for elements, short in VECTORS:
        assert compress(list(elements.items())) == short, elements
        assert dict(decompress(short)[0]) == elements, short
    for elements, short in OTHER_ORDER:
        assert dict(decompress(short)[0]) == elements, short


def test_words_of_the_query_come_back() -> None:
    elements, others = decompress("CxBCUPJCts5Z32mmmouhG_-FcolorYOt50")
    assert dict(elements) == {"01": GTIN, "10": "LO-0001", "17": "271231"} and others == [("color", "red")]
    link = read_request("/CxBCUPJCts5Z32mmmouhG_-FcolorYOt50", "", origin="https://a.example").link
    assert link.uri("https://a.example") == f"https://a.example/01/{GTIN}/10/LO-0001?17=271231"
    assert link.others == (("color", "red"),)


@settings(max_examples=60, deadline=None)
@given(
    lot=st.text("ABCabc019-_/!%+", min_size=1, max_size=20),
    serial=st.text("0123456789abcdefG.", min_size=1, max_size=20),
    count=st.integers(1, 99_999_999),
)
def test_what_was_made_short_comes_back(lot: str, serial: str, count: int) -> None:
    elements = {"01": GTIN, "10": lot, "21": serial, "37": str(count), "3103": "001250"}
    assert dict(decompress(compress(list(elements.items())))[0]) == elements


@settings(max_examples=150, deadline=None)
@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", min_size=10, max_size=60))
def test_anything_else_is_refused_or_a_digital_link(text: str) -> None:
    try:
        assert read_request(f"/{text}", "", origin="https://a.example").was_compressed
    except BadGS1 as bad:
        assert bad.problems


def test_what_is_no_short_form_is_refused() -> None:
    for wrong in ("", "é", "a b", "AAAA" * 300, "ARBCUPJ", "____________", "qqqqqqqqqq"):
        with pytest.raises(BadCompression):
            decompress(wrong)
