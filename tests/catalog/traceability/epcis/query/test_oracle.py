"""Every parameter gives the events that a second, plain reading of the standard gives, to each viewer theirs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.find_events import find_events
from catalog.traceability.epcis.query.parameters import ALL, parameter_of
from catalog.traceability.epcis.rights.viewer import Viewer
from tests.catalog.traceability.epcis.query.made_events import CARTONS, DEVICE, LOTS, NS, PAPERS, PIECES, PLACES, World
from tests.catalog.traceability.epcis.query.oracle import PREFIXES, holds, is_of_report, report_holds

pytestmark = pytest.mark.django_db
_OPS = ("GT", "GE", "LT", "LE")
_GTIN = "urn:epc:idpat:sgtin:8931234.011111.*"
_T = "2026-05-10T00:00:00.000+07:00"
CASES: list[tuple[str, str]] = [
    ("eventType", "ObjectEvent|TransactionEvent"), ("EQ_action", "ADD"), ("EQ_action", "OBSERVE|DELETE"),
    ("EQ_bizStep", "shipping|urn:epcglobal:cbv:bizstep:packing"), ("EQ_bizStep", "https://words.example/step/carving"),
    ("EQ_disposition", "in_transit"), ("EQ_disposition", "https://ref.gs1.org/cbv/Disp-damaged"),
    ("EQ_persistentDisposition_set", "damaged"), ("EQ_persistentDisposition_unset", "in_transit|damaged"),
    ("EQ_eventID", "urn:uuid:5c1b7c1e-0000-4000-8000-000000000003|urn:x:none"),
    ("EQ_transformationID", "urn:x:transformation:1"), ("EXISTS_errorDeclaration", "true"),
    ("EXISTS_sensorElementList", ""), ("EQ_errorReason", "did_not_occur"),
    ("EQ_correctiveEventID", "|".join(f"urn:uuid:5c1b7c1e-0000-4000-8000-{n:012d}" for n in range(5))),
    *((f"{op}_{name}", _T) for op in ("GE", "LT") for name in ("eventTime", "recordTime")),
    *((f"{op}_errorDeclaration{s}Time", "2026-10-01T08:00:00Z") for op in ("GE", "LT") for s in ("", "_")),
    *((f"{op}_{name}", "urn:epc:id:sgln:8931234.56789.0")
      for op in ("EQ", "WD") for name in ("readPoint", "bizLocation")),
    ("EQ_readPoint", f"{PLACES[2]}|{PLACES[3]}"),
    ("EQ_bizTransaction_po", PAPERS[0][1]), ("EQ_bizTransaction_inv", f"{PAPERS[1][1]}|urn:x:1"),
    ("EQ_source_owning_party", "https://id.gs1.org/417/8931234567897"),
    ("EQ_destination_possessing_party", "PARTNER"), ("EQ_destination_owning_party", "PARTNER|STRANGER"),
    ("MATCH_epc", PIECES[0]), ("MATCH_epc", f"https://moc-an.example/01/08931234111113/21/2|{CARTONS[0]}"),
    ("MATCH_epc", _GTIN), ("MATCH_parentID", CARTONS[1]), ("MATCH_parentID", "urn:epc:idpat:sscc:8931234.*"),
    ("MATCH_inputEPC", PIECES[1]), ("MATCH_inputEPC", "urn:epc:idpat:sgtin:8931234.*.*"),
    ("MATCH_outputEPC", PIECES[2]),
    ("MATCH_anyEPC", f"{PIECES[3]}|{CARTONS[2]}"), ("MATCH_epcClass", LOTS[0]), ("MATCH_inputEPCClass", LOTS[1]),
    ("MATCH_outputEPCClass", LOTS[2]), ("MATCH_anyEPCClass", LOTS[3]), ("MATCH_anyEPCClass", LOTS[0]),
    ("EQ_quantity", "1|12"), *((f"{op}_quantity", "1000") for op in _OPS),
    ("EQ_quantity_KGM", "1|2.5"), *((f"{op}_quantity_KGM", "2.5") for op in _OPS),
    ("EQ_quantity_GRM", "1000000"), ("GT_quantity_XYZ", "1"),
    ("EQ_type", "Temperature"), ("EQ_type", "https://gs1.org/voc/Speed|gs1:RelativeHumidity"),
    ("EQ_deviceID", DEVICE), ("EQ_dataProcessingMethod", "https://m.example/mean"),
    ("EQ_bizRules", "https://rules.example/kiln"), ("EQ_microorganism", "https://m.example/mould"),
    ("EQ_chemicalSubstance", "urn:x:c:1"), ("EQ_stringValue", "khô"), ("EQ_booleanValue", "true"),
    ("EQ_booleanValue", "false"), ("EQ_hexBinaryValue", "F0F0"), ("EQ_uriValue", "https://id.gs1.org/8004/8931234111"),
    *((f"{op}_{name}", "2026-03-03T11:00:00Z") for op in ("GE", "LT") for name in ("time", "startTime")),
    *((f"{op}_endTime", "2026-03-05T08:00:00Z") for op in ("GE", "LT")),
    *((f"{op}_percRank", "95") for op in _OPS),
    ("EQ_value_CEL", "25|25.5"), ("EQ_value_KEL", "293.15"), ("GT_value_FAH", "80"), ("GE_value_CEL", "25.5"),
    ("LT_value_KEL", "300"), ("LE_value_CEL", "20"), ("EQ_value_A93", "60"),
    *((f"EQ_{name}_CEL", "18.5|31|26|2|22") for name in ("minValue", "maxValue", "meanValue", "sDev", "percValue")),
    *((f"{op}_{name}_CEL", "21.5") for op in _OPS for name in ("minValue", "maxValue", "meanValue")),
    *((f"{op}_{name}_KEL", "290") for op in _OPS for name in ("sDev", "percValue")),
    ("EQ_ex:batch", "m1"), ("EQ_ex\\:batch", "7.0"), (f"EQ_{NS}batch", "m1|7"), ("EQ_ex:dried", "2026-06-01T03:00:00Z"),
    *((f"{op}_ex:batch", "7") for op in _OPS), ("GE_ex:dried", "2026-05-02T00:00:00Z"),
    ("EXISTS_ex:box", ""), ("EQ_INNER_ex:colour", "nâu"), ("EQ_INNER_ex:weight", "4.50"),
    *((f"{op}_INNER_ex:weight", "4.5") for op in _OPS),
    ("EXISTS_INNER_ex:weight", "true"), ("EXISTS_INNER_ex:colour", "1"),
    ("EQ_ILMD_ex:farm", "Phú Giáo"), *((f"{op}_ILMD_ex:moisture", "10.5") for op in ("EQ", "GT", "GE", "LT", "LE")),
    ("EXISTS_ILMD_ex:farm", ""), ("EQ_INNER_ILMD_ex:plot", "A1|C3"),
    *((f"{op}_INNER_ILMD_ex:cut", "2026-02-01T00:00:00Z") for op in _OPS),
    ("EXISTS_INNER_ILMD_ex:plot", ""), ("EQ_ERROR_DECLARATION_ex:by", "Hoài An"),
    ("EXISTS_ERROR_DECLARATION_ex:by", ""),
    *((f"{op}_ERROR_DECLARATION_ex:by", "5") for op in _OPS),
    *((f"{op}_INNER_ERROR_DECLARATION_ex:by", "5") for op in ("EQ", "GT", "GE", "LT", "LE")),
    ("EXISTS_INNER_ERROR_DECLARATION_ex:by", ""),
    ("EQ_readPoint_ex:gate", "đông"), ("EXISTS_readPoint_ex:gate", ""), ("EQ_INNER_bizLocation_ex:row", "2"),
    ("EQ_bizLocation_ex:hall", "x"), ("EXISTS_bizLocation_ex:hall", ""), ("EXISTS_INNER_bizLocation_ex:row", ""),
    ("EQ_INNER_readPoint_ex:gate", "đông"), ("EXISTS_INNER_readPoint_ex:gate", ""),
    *((f"{op}_{inner}{part}_ex:{name}", "1") for op in _OPS
      for inner in ("", "INNER_") for part, name in (("readPoint", "gate"), ("bizLocation", "row"))),
    *((f"{op}_SENSORMETADATA_ex:kiln", "2") for op in ("EQ", "GT", "GE", "LT", "LE")),
    ("EXISTS_SENSORMETADATA_ex:kiln", ""), ("EQ_SENSORREPORT_ex:grade", "A"), ("EXISTS_SENSORREPORT_ex:grade", ""),
    *((f"{op}_SENSORREPORT_ex:grade", "1") for op in _OPS),
    ("EQ_SENSORELEMENT_ex:note", "đầu"), ("EXISTS_SENSORELEMENT_ex:rack", ""),
    *((f"{op}_SENSORELEMENT_ex:note", "1") for op in _OPS),
    *((f"{op}_INNER_SENSORELEMENT_ex:level", "4") for op in ("EQ", "GT", "GE", "LT", "LE")),
    ("EXISTS_INNER_SENSORELEMENT_ex:level", ""), ("EQ_INNER_SENSORREPORT_ex:by", "mắt"),
    ("EXISTS_INNER_SENSORREPORT_ex:by", ""), *((f"{op}_INNER_SENSORREPORT_ex:by", "1") for op in _OPS),
    *((f"{op}_INNER_SENSORMETADATA_ex:kiln", "1") for op in ("EQ", "GT", "GE", "LT", "LE")),
    ("EXISTS_INNER_SENSORMETADATA_ex:kiln", ""),
]  # fmt: skip
OF_MASTER_DATA = {"HASATTR_", "EQ_ATTR_", "EQATTR_"}
"""Tried in test_attributes.py."""


def _wanted(world: World, value: str) -> str:
    from catalog.traceability.identity.uris import seller_uri

    return value.replace("PARTNER", seller_uri(world.partner)).replace("STRANGER", seller_uri(world.stranger))


def by_database(query: Mapping[str, str], viewer: Viewer) -> set[int]:
    return {event.pk for event in find_events(read_query(query, prefixes=PREFIXES), viewer)}


def by_oracle(world: World, query: Mapping[str, str], viewer: Viewer) -> set[int]:
    found = set()
    for event, document in world.documents[viewer]:
        alone = {name: value for name, value in query.items() if not is_of_report(name)}
        reports = {name: value for name, value in query.items() if is_of_report(name)}
        elements = document.get("sensorElementList", [])
        if all(holds(document, event.record_time, name, value) for name, value in alone.items()) and (
            not reports
            or any(
                all(report_holds(report, name, value) for name, value in reports.items())
                for element in elements
                for report in element["sensorReport"]
            )
        ):
            found.add(event.pk)
    return found


def test_there_is_a_case_of_every_parameter() -> None:
    tried = {found[0].name for name, _ in CASES if (found := parameter_of(name)) is not None}
    assert {parameter.name for parameter in ALL} - tried == OF_MASTER_DATA


def test_every_parameter_means_what_the_oracle_says(world: World) -> None:
    """As the owner, and every fourth time as another of the viewers in turn."""
    found_something, others = 0, itertools.cycle(["partner", "public", "stranger", "authority"])
    for tried, (name, value) in enumerate(CASES):
        for who in ("own", next(others))[: 1 + (tried % 4 == 0)]:
            found = _agree(world, name, value, who)
            found_something += who == "own" and 0 < found < len(world.events)
    assert found_something > len(CASES) / 2


@pytest.mark.services
def test_every_parameter_means_the_same_to_all(world: World) -> None:
    for (name, value), who in itertools.product(CASES, world.viewers):
        _agree(world, name, value, who)


def _agree(world: World, name: str, value: str, who: str) -> int:
    query, viewer = {name: _wanted(world, value)}, world.viewers[who]
    found = by_database(query, viewer)
    assert found == by_oracle(world, query, viewer), f"{name}={value} as {who}"
    return len(found)


_NAMES = st.sampled_from(sorted({name for name, _ in CASES}))
_QUERIES = st.dictionaries(_NAMES, st.integers(0, 3), min_size=2, max_size=4)


def _combined(world: World, drawn: Mapping[str, int]) -> dict[str, str]:
    values = {name: [value for other, value in CASES if other == name] for name in drawn}
    return {name: _wanted(world, values[name][place % len(values[name])]) for name, place in drawn.items()}


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_QUERIES, who=st.sampled_from(["own", "partner", "public"]))
def test_parameters_go_together(world: World, drawn: dict[str, int], who: str) -> None:
    query, viewer = _combined(world, drawn), world.viewers[who]
    assert by_database(query, viewer) == by_oracle(world, query, viewer)


@pytest.mark.services
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=_QUERIES, who=st.sampled_from(["own", "partner", "stranger", "authority", "public"]))
def test_parameters_go_together_at_length(world: World, drawn: dict[str, int], who: str) -> None:
    query, viewer = _combined(world, drawn), world.viewers[who]
    assert by_database(query, viewer) == by_oracle(world, query, viewer)
