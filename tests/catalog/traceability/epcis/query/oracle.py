"""What each parameter means, said a second time: plain Python on one event's document, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.namespaces import expanded, prefixes_of
from catalog.traceability.epcis.vocabulary import expand
from tests.catalog.traceability.epcis.query.made_events import CONTEXT

PREFIXES = prefixes_of(CONTEXT)
SINGLE = {"epc": ["epcList", "childEPCs"], "parentID": ["parentID"], "inputEPC": ["inputEPCList"],
          "outputEPC": ["outputEPCList"],
          "anyEPC": ["epcList", "childEPCs", "parentID", "inputEPCList", "outputEPCList"]}  # fmt: skip
COUNTED = {"epcClass": ["quantityList", "childQuantityList"], "inputEPCClass": ["inputQuantityList"],
           "outputEPCClass": ["outputQuantityList"],
           "anyEPCClass": ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"]}  # fmt: skip
OF_ELEMENTS = ("deviceID", "dataProcessingMethod", "bizRules", "time", "startTime", "endTime")
OF_REPORTS = (
    "type", "microorganism", "chemicalSubstance", "stringValue", "booleanValue", "hexBinaryValue", "uriValue",
    "percRank",
)  # fmt: skip
MEASURED = ("value_", "minValue_", "maxValue_", "meanValue_", "sDev_", "percValue_", "SENSORREPORT_")
KELVIN: dict[str, Callable[[Fraction], Fraction]] = {
    "KEL": lambda x: x,
    "CEL": lambda x: x + Fraction("273.15"),
    "FAH": lambda x: (x + Fraction("459.67")) * 5 / 9,
}
GRAMS = {"GRM": 1, "KGM": 1000, "TNE": 1000000}
ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "GT": lambda a, b: a > b, "GE": lambda a, b: a >= b, "LT": lambda a, b: a < b, "LE": lambda a, b: a <= b,
}  # fmt: skip


def holds(event: Mapping[str, Any], record: datetime, name: str, value: str) -> bool:
    """``value`` as in an address; ``record`` is when the event was captured."""
    operator, _, rest = name.partition("_")
    values = value.split("|")
    for test in (_of_columns, _of_things, _of_parties, _of_sensors, _of_fields):
        verdict = test(event, record, name, operator, rest, values)
        if verdict is not None:
            return verdict
    raise AssertionError(f"the oracle knows no {name}")


def _of_columns(
    event: Mapping[str, Any], record: datetime, name: str, operator: str, rest: str, values: list[str]
) -> bool | None:
    error = event.get("errorDeclaration", {})
    match rest:
        case _ if name == "eventType":
            return event["type"] in values
        case "action" | "eventID" | "transformationID":
            return event.get(rest) in values
        case "bizStep" | "disposition" if operator == "EQ":
            kind = "BizStep" if rest == "bizStep" else "Disp"
            return rest in event and expand(kind, event[rest]) in [expand(kind, one) for one in values]
        case "persistentDisposition_set" | "persistentDisposition_unset":
            there = event.get("persistentDisposition", {}).get(rest.rpartition("_")[2], [])
            return bool({expand("Disp", one) for one in there} & {expand("Disp", one) for one in values})
        case "readPoint" | "bizLocation" if operator in ("EQ", "WD"):
            place = canonical_uri(event.get(rest, {}).get("id", ""))
            wanted = {canonical_uri(one) for one in values}
            return place in wanted or (operator == "WD" and any(place.startswith(f"{one}/254/") for one in wanted))
        case "eventTime" | "recordTime":
            at = record if rest == "recordTime" else moment(event["eventTime"])
            return at is not None and ORDER[operator](at, moment(values[0]))
        case "errorDeclarationTime" | "errorDeclaration_Time":
            return bool(error) and ORDER[operator](moment(error["declarationTime"]), moment(values[0]))
        case "errorDeclaration" | "sensorElementList":
            return rest in event
        case "errorReason":
            return error.get("reason") in values
        case "correctiveEventID":
            return bool(set(error.get("correctiveEventIDs", [])) & set(values))
    return None


def _of_things(
    event: Mapping[str, Any], record: datetime, name: str, operator: str, rest: str, values: list[str]
) -> bool | None:
    if operator == "MATCH":
        singles = [uri for key in SINGLE.get(rest, []) for uri in _listed(event.get(key))]
        classes = [one["epcClass"] for key in COUNTED.get(rest, []) for one in event.get(key, [])]
        return any(_matches(canonical_uri(uri), wanted) for uri in singles + classes for wanted in values)
    if rest == "quantity" or rest.startswith("quantity_"):
        held = [one for key in COUNTED["anyEPCClass"] for one in event.get(key, []) if "quantity" in one]
        if rest == "quantity":
            return any(_compare(operator, Fraction(str(one["quantity"])), values) for one in held)
        unit = rest.removeprefix("quantity_")
        return any(_measured(operator, one["quantity"], one.get("uom", ""), values, unit) for one in held)
    return None


def _of_parties(
    event: Mapping[str, Any], record: datetime, name: str, operator: str, rest: str, values: list[str]
) -> bool | None:
    for family, kind in (("bizTransaction", "BTT"), ("source", "SDT"), ("destination", "SDT")):
        if operator == "EQ" and rest.startswith(f"{family}_"):
            wanted = expand(kind, expanded(rest.removeprefix(f"{family}_"), PREFIXES))
            return any(
                one.get("type") and expand(kind, one["type"]) == wanted
                and canonical_uri(one[family]) in [canonical_uri(value) for value in values]
                for one in event.get(f"{family}List", [])
            )  # fmt: skip
    return None


def _of_sensors(
    event: Mapping[str, Any], record: datetime, name: str, operator: str, rest: str, values: list[str]
) -> bool | None:
    if not is_of_report(name) and rest not in OF_ELEMENTS:
        return None
    elements = event.get("sensorElementList", [])
    reports = [report for element in elements for report in element["sensorReport"]]
    if is_of_report(name):
        return any(report_holds(report, name, "|".join(values)) for report in reports)
    parts = [element["sensorMetadata"] for element in elements] + reports
    said = [part[rest] for part in parts if rest in part]
    if operator == "EQ":
        return any(canonical_uri(one) in [canonical_uri(value) for value in values] for one in said)
    return any(ORDER[operator](moment(one), moment(values[0])) for one in said)


def is_of_report(name: str) -> bool:
    rest = name.partition("_")[2]
    return rest in OF_REPORTS or rest.startswith(MEASURED)


def report_holds(report: Mapping[str, Any], name: str, value: str) -> bool:
    operator, _, rest = name.partition("_")
    values = value.split("|")
    if rest.startswith("SENSORREPORT_"):
        return any(_said(operator, one, values) for one in _named(report, rest.removeprefix("SENSORREPORT_")))
    key, _, unit = rest.partition("_")
    if key not in report:
        return False
    if unit:
        return _measured(operator, report[key], report.get("uom", ""), values, unit)
    if key == "percRank":
        return _compare(operator, Fraction(str(report[key])), values)
    if key == "booleanValue":
        return report[key] is (values[0] == "true")
    held = report[key] if key != "type" or ":" in report[key] else PREFIXES["gs1"] + report[key]
    wanted = [expanded(one, PREFIXES) if ":" in one or key != "type" else PREFIXES["gs1"] + one for one in values]
    return canonical_uri(held) in [canonical_uri(one) for one in wanted]


def _of_fields(
    event: Mapping[str, Any], record: datetime, name: str, operator: str, rest: str, values: list[str]
) -> bool | None:
    inner = rest.startswith("INNER_")
    rest = rest.removeprefix("INNER_")
    around: list[Mapping[str, Any]] = [event]
    for part, find in (
        ("ILMD_", lambda: [event.get("ilmd", {})]), ("ERROR_DECLARATION_", lambda: [event.get("errorDeclaration", {})]),
        ("readPoint_", lambda: [event.get("readPoint", {})]), ("bizLocation_", lambda: [event.get("bizLocation", {})]),
        ("SENSORELEMENT_", lambda: event.get("sensorElementList", [])),
        ("SENSORMETADATA_", lambda: [one["sensorMetadata"] for one in event.get("sensorElementList", [])]),
        ("SENSORREPORT_", lambda: [r for one in event.get("sensorElementList", []) for r in one["sensorReport"]]),
    ):  # fmt: skip
        if rest.startswith(part):
            rest, around = rest.removeprefix(part), find()
            break
    if inner:
        here = [value for one in around for key, value in one.items() if key.startswith("ex:")]
        return any(_said(operator, one, values) for value in here for one in _deep(value, rest))
    return any(_said(operator, one, values) for part in around for one in _named(part, rest))


def _named(part: Mapping[str, Any], name: str) -> list[Any]:
    wanted = expanded(name.replace("\\", ""), PREFIXES)
    return [one for key, value in part.items() if expanded(key, PREFIXES) == wanted for one in _listed(value)]


def _deep(value: Any, name: str) -> Iterator[Any]:
    for one in _listed(value):
        if isinstance(one, Mapping):
            yield from _named(one, name)
            for inner in one.values():
                yield from _deep(inner, name)


def _said(operator: str, held: Any, values: list[str]) -> bool:
    if operator == "EXISTS":
        return True
    if isinstance(held, Mapping):
        return False
    if operator == "EQ":
        return str(held) in values or any(
            (isinstance(held, int | float) and number(one) == Fraction(str(held)))
            or (isinstance(held, str) and moment(held) is not None and moment(held) == moment(one))
            for one in values
        )  # fmt: skip
    wanted = number(values[0])
    if wanted is not None:
        return isinstance(held, int | float) and ORDER[operator](Fraction(str(held)), wanted)
    return isinstance(held, str) and moment(held) is not None and ORDER[operator](moment(held), moment(values[0]))


def _measured(operator: str, held: Any, unit: str, values: list[str], wanted: str) -> bool:
    base, other = _base(held, unit), [_base(one, wanted) for one in values]
    if base is None or other[0] is None:
        return unit == wanted and _compare(operator, Fraction(str(held)), values)
    if (unit in KELVIN) is not (wanted in KELVIN):
        return False
    if operator == "EQ":
        return any(one is not None and abs(base - one) < Fraction(1, 10**8) for one in other)
    return ORDER[operator](base, other[0])


def _base(value: Any, unit: str) -> Fraction | None:
    if unit in KELVIN:
        return KELVIN[unit](Fraction(str(value)))
    return Fraction(str(value)) * GRAMS[unit] if unit in GRAMS else None


def _compare(operator: str, held: Fraction, values: list[str]) -> bool:
    if operator == "EQ":
        return held in [Fraction(one) for one in values]
    return ORDER[operator](held, Fraction(values[0]))


def _matches(uri: str, wanted: str) -> bool:
    return uri == canonical_uri(wanted) or (wanted.endswith(".*") and _stands_for(wanted, uri))


def _stands_for(pattern: str, uri: str) -> bool:
    """For the two patterns the tests ask with."""
    return {
        "urn:epc:idpat:sgtin:8931234.011111.*": "/01/08931234111113/21/" in uri,
        "urn:epc:idpat:sgtin:8931234.*.*": "/01/" in uri and uri.partition("/01/")[2][1:8] == "8931234",
        "urn:epc:idpat:sscc:8931234.*": "/00/" in uri,
    }.get(pattern, False)


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def number(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except ValueError:
        return None


def moment(text: str) -> Any:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
