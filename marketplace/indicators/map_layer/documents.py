"""The documents of OGC API – Features: landing page, conformance, collections, pages of items and single ones.

``base`` is the address of the landing page. All is JSON: the class ``html`` is optional and not claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from i18n.today import HERE
from marketplace.environment import environment
from marketplace.indicators.map_layer.asked import Asked
from marketplace.indicators.map_layer.conformance import CLASSES, CRS84, GEOJSON, GREGORIAN, OPENAPI
from marketplace.indicators.map_layer.feature import Feature, FeaturePage
from marketplace.indicators.map_layer.layers import LAYERS, Layer
from marketplace.indicators.map_layer.texts import LAYER

Json = dict[str, Any]
JSON = "application/json"


def landing(base: str) -> Json:
    """Requirement ``/req/core/root-success``."""
    return {
        "title": LAYER,
        "description": "OGC API – Features, Part 1. Open data; no sign-in.",
        "links": [
            link(base, "self", JSON, "This document"),
            link(f"{base}/api", "service-desc", OPENAPI, "The API's description"),
            link(f"{base}/conformance", "conformance", JSON, "What it conforms to"),
            link(f"{base}/collections", "data", JSON, "The collections"),
            *_licence(),
        ],
    }


def conformance() -> Json:
    """Requirement ``/req/core/conformance-success``."""
    return {"conformsTo": list(CLASSES)}


def collections(base: str) -> Json:
    """Requirements ``/req/core/fc-md-success`` to ``fc-md-extent``."""
    here = f"{base}/collections"
    return {
        "links": [link(here, "self", JSON, "This document"), *_licence()],
        "collections": [collection(base, layer) for layer in LAYERS.values()],
    }


def collection(base: str, layer: Layer) -> Json:
    """Requirement ``/req/core/sfc-md-success``."""
    here = f"{base}/collections/{layer.id}"
    first, last = layer.days()
    begin = datetime.combine(first, datetime.min.time(), HERE) if first else None
    end = datetime.combine(last, datetime.max.time(), HERE) if last else None
    return {
        "id": layer.id,
        "title": layer.title,
        "description": layer.description,
        "itemType": "feature",
        "crs": [CRS84],
        "extent": {
            "spatial": {"bbox": [list(layer.bounds)], "crs": CRS84},
            "temporal": {"interval": [[_utc(begin), _utc(end)]], "trs": GREGORIAN},
        },
        "links": [
            link(here, "self", JSON, "This document"),
            link(f"{here}/items", "items", GEOJSON, layer.title),
            *_licence(),
        ],
    }


def items(base: str, layer: Layer, page: FeaturePage, asked: Asked, query: Mapping[str, str], now: datetime) -> Json:
    """Requirements ``/req/core/fc-response``, ``fc-links``, ``fc-timeStamp``, ``fc-numberMatched``,
    ``fc-numberReturned``. ``query`` is what was asked, for the links to the pages around."""
    here = f"{base}/collections/{layer.id}/items"
    links = [link(_address(here, query), "self", GEOJSON, "This page")]
    onward = asked.offset + len(page.features)
    if page.features and onward < page.matched:
        links.append(link(_address(here, {**query, "offset": str(onward)}), "next", GEOJSON, "The next page"))
    if asked.offset:
        back = str(max(asked.offset - asked.limit, 0))
        links.append(link(_address(here, {**query, "offset": back}), "prev", GEOJSON, "The page before"))
    links.append(link(f"{base}/collections/{layer.id}", "collection", JSON, layer.title))
    return {
        "type": "FeatureCollection",
        "timeStamp": _utc(now),
        "numberMatched": page.matched,
        "numberReturned": len(page.features),
        "features": [_geojson(feature) for feature in page.features],
        "links": links,
    }


def item(base: str, layer: Layer, feature: Feature) -> Json:
    """Requirements ``/req/core/f-success`` and ``f-links``."""
    above = f"{base}/collections/{layer.id}"
    links = [
        link(f"{above}/items/{feature.id}", "self", GEOJSON, "This feature"),
        link(above, "collection", JSON, layer.title),
    ]
    return {**_geojson(feature), "links": links}


def link(href: str, rel: str, media_type: str, title: str) -> Json:
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def _licence() -> list[Json]:
    address = environment.open_data_licence
    if not address.startswith(("https://", "http://")):
        return []
    return [{"href": address, "rel": "license", "title": "Licence"}]


def _geojson(feature: Feature) -> Json:
    point = feature.point
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
    return {"type": "Feature", "id": feature.id, "geometry": geometry, "properties": dict(feature.properties)}


def _address(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _utc(moment: datetime | None) -> str | None:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None
