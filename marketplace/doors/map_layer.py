"""OGC API – Features over HTTP: ``/map-layer`` and what lies below it, always as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from marketplace.doors.open_data import KEPT, open_data
from marketplace.indicators.map_layer import documents
from marketplace.indicators.map_layer.asked import BadParameter, Query, only, read_asked
from marketplace.indicators.map_layer.conformance import GEOJSON, OPENAPI
from marketplace.indicators.map_layer.layers import LAYERS, Layer
from marketplace.indicators.map_layer.openapi import openapi

PATH = "/map-layer"
View = Callable[..., HttpResponse]


class NotThere(LookupError):
    """No collection or feature has this id."""


def _answered(view: View) -> Callable[..., HttpResponseBase]:
    """Requirements ``/req/core/query-param-unknown`` and ``query-param-invalid``: 400, and never an error page."""

    @open_data
    @wraps(view)
    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        query = {name: list(values) for name, values in request.GET.lists()}
        try:
            return view(query, **parts)
        except BadParameter as refusal:
            return _json({"code": "InvalidParameterValue", "description": str(refusal)}, status=400)
        except NotThere as missing:
            return _json({"code": "NotFound", "description": str(missing)}, status=404)

    return answer


@_answered
def landing(query: Query) -> HttpResponse:
    only(query)
    return _json(documents.landing(_base()))


@_answered
def conformance(query: Query) -> HttpResponse:
    only(query)
    return _json(documents.conformance())


@_answered
def api(query: Query) -> HttpResponse:
    only(query)
    return _json(openapi(_base()), media_type=OPENAPI)


@_answered
def collections(query: Query) -> HttpResponse:
    only(query)
    return _json(documents.collections(_base()))


@_answered
def collection(query: Query, layer: str) -> HttpResponse:
    only(query)
    return _json(documents.collection(_base(), _layer(layer)))


@_answered
def items(query: Query, layer: str) -> HttpResponse:
    found, asked = _layer(layer), read_asked(query)
    page = found.page(asked, origin=settings.PUBLIC_URL)
    given = {name: values[0] for name, values in query.items()}
    return _json(documents.items(_base(), found, page, asked, given, timezone.now()), media_type=GEOJSON)


@_answered
def item(query: Query, layer: str, feature: str) -> HttpResponse:
    only(query)
    found = _layer(layer)
    one = found.feature(feature, origin=settings.PUBLIC_URL) if "\0" not in feature else None
    if one is None:
        raise NotThere("there is no such feature")
    return _json(documents.item(_base(), found, one), media_type=GEOJSON)


def _base() -> str:
    return f"{settings.PUBLIC_URL}{PATH}"


def _layer(id: str) -> Layer:
    found = LAYERS.get(id)
    if found is None:
        raise NotThere("there is no such collection")
    return found


def _json(said: dict[str, Any], *, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    response = HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type=media_type)
    response["Cache-Control"] = KEPT if status == 200 else "no-store"
    return response
