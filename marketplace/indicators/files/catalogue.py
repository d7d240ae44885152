"""All indicators as a catalogue in the words of DCAT 3 (JSON-LD), with the map layer beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from marketplace.environment import environment
from marketplace.indicators.definition import Definition
from marketplace.indicators.definitions import definitions
from marketplace.indicators.files.json_file import about
from marketplace.indicators.files.texts import ABOUT, CATALOGUE, FREQUENCIES, in_all_languages
from marketplace.indicators.files.told import moment
from marketplace.indicators.map_layer.conformance import STANDARD
from marketplace.indicators.map_layer.texts import LAYER

Extents = Mapping[str, tuple[date, date, datetime]]
MEDIA = "https://www.iana.org/assignments/media-types/"
PUBLISHER = "Bình Dương Marketplace"
CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "license": {"@id": "dct:license", "@type": "@id"},
    "publisher": "dct:publisher",
    "name": "foaf:name",
    "identifier": "dct:identifier",
    "modified": {"@id": "dct:modified", "@type": "xsd:dateTime"},
    "temporal": "dct:temporal",
    "startDate": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "accrualPeriodicity": {"@id": "dct:accrualPeriodicity", "@type": "@id"},
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "version": "dcat:version",
    "dataset": "dcat:dataset",
    "service": "dcat:service",
    "distribution": "dcat:distribution",
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "endpointURL": {"@id": "dcat:endpointURL", "@type": "@id"},
    "mediaType": {"@id": "dcat:mediaType", "@type": "@id"},
}


def catalogue(extents: Extents, *, origin: str) -> dict[str, Any]:
    """``extents`` as ``read.extents`` answers them; ``origin`` is the marketplace's address."""
    newest = max((at for _, _, at in extents.values()), default=None)
    return {
        "@context": CONTEXT,
        "@id": f"{origin}/indicators.json",
        "@type": "dcat:Catalog",
        "title": in_all_languages(CATALOGUE),
        "description": in_all_languages(ABOUT),
        "publisher": {"@type": "foaf:Agent", "name": PUBLISHER},
        "license": environment.open_data_licence,
        **({"modified": moment(newest)} if newest else {}),
        "dataset": [_dataset(each, extents, origin) for each in definitions().values()],
        "service": [_map_layer(origin)],
    }


def _dataset(definition: Definition, extents: Extents, origin: str) -> dict[str, Any]:
    here = f"{origin}/indicators/{definition.id}"
    said = about(definition)
    return {
        "@id": here,
        "@type": "dcat:Dataset",
        "identifier": definition.id,
        "title": said.pop("name"),
        "description": said.pop("description"),
        "license": environment.open_data_licence,
        "accrualPeriodicity": FREQUENCIES[definition.period],
        "version": str(definition.version),
        **_extent(extents.get(definition.id)),
        "distribution": [
            _distribution(f"{here}.json", "application/json", conforms_to=f"{origin}/indicators/schema.json"),
            _distribution(f"{here}.csv", "text/csv"),
        ],
        "method": said,
    }


def _extent(extent: tuple[date, date, datetime] | None) -> dict[str, Any]:
    if extent is None:
        return {}
    first, last, at = extent
    days = {"@type": "dct:PeriodOfTime", "startDate": first.isoformat(), "endDate": last.isoformat()}
    return {"temporal": days, "modified": moment(at)}


def _distribution(url: str, media_type: str, conforms_to: str = "") -> dict[str, Any]:
    found = {"@type": "dcat:Distribution", "downloadURL": url, "mediaType": MEDIA + media_type}
    return {**found, "conformsTo": conforms_to} if conforms_to else found


def _map_layer(origin: str) -> dict[str, Any]:
    return {
        "@id": f"{origin}/map-layer",
        "@type": "dcat:DataService",
        "title": in_all_languages(LAYER),
        "endpointURL": f"{origin}/map-layer",
        "conformsTo": STANDARD,
    }
