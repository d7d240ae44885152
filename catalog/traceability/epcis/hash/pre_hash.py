"""``pre_hash``: the canonical form of an event, one string without gaps that is the same for the same facts.

1. Fields in one order, then ILMD, then extensions; a field that is not there leaves no trace.
2. Lists stand under their name once, their members sorted by their own canonical form.
3. Times in UTC with milliseconds, numbers without trailing zeros, words and identifiers as URIs.
4. Extension fields are ``{namespace}local``, sorted; inside a field that may carry some they follow its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from catalog.traceability.epcis.hash.values import canonical_value
from catalog.traceability.epcis.namespaces import prefixes_of

Prefixes = Mapping[str, str]
_ORDER = (
    "eventTime", "eventTimeZoneOffset", "certificationInfo", "epcList", "parentID", "inputEPCList", "childEPCs",
    "quantityList", "childQuantityList", "inputQuantityList", "outputEPCList", "outputQuantityList", "action",
    "transformationID", "bizStep", "disposition", "persistentDisposition", "readPoint", "bizLocation",
    "bizTransactionList", "destinationList", "sourceList", "sensorElementList",
)  # fmt: skip
_EPCS = frozenset({"epcList", "inputEPCList", "childEPCs", "outputEPCList"})
_QUANTITIES = frozenset({"quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"})
_PARTIES = {"bizTransactionList": "bizTransaction", "sourceList": "source", "destinationList": "destination"}
_SAID_OF_QUANTITY = ("epcClass", "quantity", "uom")
_METADATA = (
    "time", "startTime", "endTime", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules",
)  # fmt: skip
_REPORT = (
    "type", "exception", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "time", "microorganism",
    "chemicalSubstance", "value", "component", "stringValue", "booleanValue", "hexBinaryValue", "uriValue", "minValue",
    "maxValue", "meanValue", "sDev", "percRank", "percValue", "uom", "coordinateReferenceSystem",
)  # fmt: skip
_LEFT_OUT = frozenset({"eventID", "recordTime", "errorDeclaration", "type", "ilmd", "@context", "isA", *_ORDER})


def pre_hash(event: Mapping[str, Any], context: Any = None) -> str:
    """The canonical form; ``context`` is the ``@context`` of the document around the event."""
    prefixes = prefixes_of(context, event.get("@context"))
    parts = [f"eventType={event['type']}"]
    parts += [_field(key, event[key], prefixes) for key in _ORDER if event.get(key) not in (None, [], {})]
    if event.get("ilmd"):
        parts.append("ilmd" + "".join(sorted(_extensions(event["ilmd"], prefixes))))
    others = {key: value for key, value in event.items() if key not in _LEFT_OUT}
    parts += sorted(_extensions(others, prefixes))
    return "".join(parts)


def _field(key: str, value: Any, prefixes: Prefixes) -> str:
    if key in _EPCS:
        return key + _sorted(f"epc={canonical_value('epc', epc, prefixes)}" for epc in value)
    if key in _QUANTITIES:
        return key + _sorted("quantityElement" + _known(one, _SAID_OF_QUANTITY, prefixes) for one in value)
    if key in _PARTIES:
        return key + _sorted(_known(one, ("type", _PARTIES[key]), prefixes, inside=key) for one in value)
    if key == "sensorElementList":
        return key + _sorted(_sensor(one, prefixes) for one in value)
    if key == "persistentDisposition":
        return key + "".join(
            _sorted(f"{side}={canonical_value(side, word, prefixes)}" for word in value[side])
            for side in ("set", "unset")
            if value.get(side)
        )
    if key in ("readPoint", "bizLocation"):
        return key + _with_extensions(value, ("id",), prefixes)
    if isinstance(value, list):
        return _sorted(f"{key}={canonical_value(key, one, prefixes)}" for one in value)
    return f"{key}={canonical_value(key, value, prefixes)}"


def _sensor(element: Mapping[str, Any], prefixes: Prefixes) -> str:
    parts = ["sensorElement"]
    if "sensorMetadata" in element:
        parts.append("sensorMetadata" + _with_extensions(element["sensorMetadata"], _METADATA, prefixes))
    parts.append(
        _sorted(
            "sensorReport" + _with_extensions(report, _REPORT, prefixes, inside="sensorReport")
            for report in element.get("sensorReport", ())
        )
    )
    others = {key: value for key, value in element.items() if key not in ("sensorMetadata", "sensorReport")}
    return "".join(parts) + "".join(sorted(_extensions(others, prefixes)))


def _with_extensions(fields: Mapping[str, Any], known: Sequence[str], prefixes: Prefixes, *, inside: str = "") -> str:
    others = {key: value for key, value in fields.items() if key not in known}
    return _known(fields, known, prefixes, inside=inside) + "".join(sorted(_extensions(others, prefixes)))


def _known(fields: Mapping[str, Any], known: Sequence[str], prefixes: Prefixes, *, inside: str = "") -> str:
    return "".join(
        f"{key}={canonical_value(key, fields[key], prefixes, inside=inside)}"
        for key in known
        if fields.get(key) is not None
    )


def _extensions(fields: Mapping[str, Any], prefixes: Prefixes) -> Iterator[str]:
    """Each field of somebody's own with all that is in it."""
    for key, value in fields.items():
        name = _named(key, prefixes)
        if name and key not in ("@context", "rdfs:comment", "comment"):
            yield from _extension(name, value, prefixes)


def _extension(name: str, value: Any, prefixes: Prefixes) -> Iterator[str]:
    if isinstance(value, list):
        yield _sorted(text for one in value for text in _extension(name, one, prefixes))
    elif isinstance(value, Mapping):
        yield name + "".join(sorted(_extensions(value, prefixes)))
    else:
        yield f"{name}={canonical_value('', value, prefixes)}"


def _named(key: str, prefixes: Prefixes) -> str:
    """``{https://ns.example.com/}batch``; nothing for a name without a namespace."""
    prefix, colon, local = key.partition(":")
    if colon and prefix in prefixes:
        return f"{{{prefixes[prefix]}}}{local}"
    if colon:
        namespace, sign, last = key.rpartition("#") if "#" in key else key.rpartition("/")
        return f"{{{namespace}{sign}}}{last}" if sign else ""
    return ""


def _sorted(texts: Iterator[str]) -> str:
    return "".join(sorted(texts))
