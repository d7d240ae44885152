"""Reading questions: names, prefixes, units, patterns, tokens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.page_token import Place, page_token, read_page_token
from catalog.traceability.epcis.query.parameters import parameter_of
from catalog.traceability.epcis.query.patterns import beginnings
from catalog.traceability.epcis.query.problem import BadPageToken, QueryParameterException, QueryTooComplex
from catalog.traceability.epcis.query.units import in_each_unit
from catalog.traceability.epcis.rights.viewer import Viewer


def test_the_longest_family_that_fits_takes_the_name() -> None:
    for name, family, rest in (
        ("EQ_ILMD_ex:lot", "EQ_ILMD_", "ex:lot"), ("EQ_INNER_ILMD_ex:lot", "EQ_INNER_ILMD_", "ex:lot"),
        ("EQ_quantity_KGM", "EQ_quantity_", "KGM"), ("EQ_quantity", "EQ_quantity", ""),
        ("EQ_readPoint_ex:gate", "EQ_readPoint_", "ex:gate"), ("EQ_readPoint", "EQ_readPoint", "readPoint"),
        ("EQ_ex\\:batch", "EQ_", "ex\\:batch"), ("EQ_https://ns.example/x#a", "EQ_", "https://ns.example/x#a"),
        ("EQ_source_owning_party", "EQ_source_", "owning_party"), ("GE_minValue_CEL", "GE_minValue_", "CEL"),
    ):  # fmt: skip
        found = parameter_of(name)
        assert found is not None and (found[0].name, found[1]) == (family, rest), name
    for name in ("EQ_", "EQ_quantity_kg", "ILMD_ex:lot", "EQ_colour", "eq_action", ""):
        assert parameter_of(name) is None, name


def test_json_brings_its_own_prefixes_and_types() -> None:
    good: tuple[dict[str, Any], ...] = (
        {"@context": {"ex": "https://ns.example/"}, "EQ_ex:batch": ["m1", 7], "GE_ex:batch": 3.5},
        {"@context": ["https://ref.gs1.org/x", {"ex": "https://ns.example/"}], "EXISTS_ex:batch": None},
        {"EQ_quantity": [1, 2.5], "EQ_booleanValue": True, "eventCountLimit": 3, "orderBy": "eventTime"},
    )
    for query in good:
        assert read_query(query).fingerprint != read_query({}).fingerprint
    bad: tuple[dict[str, Any], ...] = (
        {"EQ_ex:batch": ["m1"]}, {"@context": 3}, {"GE_quantity": [1]}, {"EQ_quantity": ["one"]}, {"EQ_action": []},
        {"eventCountLimit": 0}, {"GE_eventTime": 5}, {"EQ_action": [["ADD"]]},
    )  # fmt: skip
    for query in bad:
        with pytest.raises(QueryParameterException):
            read_query(query)


def test_questions_that_cost_too_much_are_not_asked() -> None:
    for query in (
        {f"EQ_cbv:f{number}": "1" for number in range(41)},
        {f"EQ_INNER_cbv:f{number}": "1" for number in range(9)},
        {"MATCH_epc": [f"urn:x:{number}" for number in range(501)]},
        {"MATCH_epc": [f"urn:epc:idpat:sgtin:893123{number}.*.*" for number in range(11)]},
        {"EQ_quantity_KGM": list(range(21))},
        {"EQ_value_CEL": list(range(21))},
        {f"EQ_cbv:f{field}": [str(number) for number in range(300)] for field in range(4)},
    ):
        with pytest.raises(QueryTooComplex):
            read_query(query)


def test_units_of_one_dimension_are_one_measure() -> None:
    assert in_each_unit(Decimal("2.5"), "TNE")["KGM"] == 2500
    assert in_each_unit(Decimal(77), "FAH")["CEL"].quantize(Decimal("1e-9")) == 25
    assert in_each_unit(Decimal(1), "DZN")["H87"] == 12
    assert in_each_unit(Decimal(3), "ZZ") == {"ZZ": Decimal(3)}


def test_patterns_begin_as_what_they_stand_for() -> None:
    gtin = "https://id.gs1.org/01/08931234111113/21/"
    assert beginnings("urn:epc:idpat:sgtin:8931234.011111.*") == [gtin]
    assert len(beginnings("urn:epc:idpat:sgtin:8931234.*.*")) == 10
    assert beginnings("urn:epc:idpat:giai:8931234.*") == ["https://id.gs1.org/8004/8931234"]
    assert beginnings("urn:epc:idpat:sgtin:*.*.*") == ["https://id.gs1.org/01/"]
    for not_one in ("urn:epc:id:sgtin:8931234.011111.1", "urn:epc:idpat:nothing:1.*", "urn:epc:idpat:sgtin:x.*.*", "*"):
        assert beginnings(not_one) == [], not_one


def test_tokens_come_back_as_they_were_for_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    viewer = Viewer.of_sellers([3, 1])
    place = Place((datetime(2026, 5, 1, 3, tzinfo=UTC), Decimal("1.5"), "nâu"), 42, newest=99, left=7)
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    token, expires = page_token(place, of="q", viewer=viewer)
    assert expires == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert read_page_token(token, of="q", viewer=Viewer.of_sellers([1, 3])) == place
    for of, other in (("r", viewer), ("q", Viewer.public()), ("q", Viewer(viewer.seller_ids, is_authority=True))):
        with pytest.raises(BadPageToken):
            read_page_token(token, of=of, viewer=other)
    now += timedelta(hours=1, seconds=1)
    with pytest.raises(BadPageToken):
        read_page_token(token, of="q", viewer=viewer)
