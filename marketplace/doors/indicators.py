"""The indicators as files: a catalogue, JSON and CSV of each, and the schema of the JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from i18n.today import today_here
from marketplace.doors.open_data import conditional, open_data
from marketplace.indicators.definition import Definition
from marketplace.indicators.definitions import definitions
from marketplace.indicators.files import json_file as in_json
from marketplace.indicators.files.catalogue import catalogue as catalogue_of
from marketplace.indicators.files.csv_file import csv_file
from marketplace.indicators.files.json_file import json_file
from marketplace.indicators.filter import BadFilter, read_filter
from marketplace.indicators.read import extents, snapshots_within
from marketplace.indicators.snapshot import Snapshot

SCHEMA = Path(in_json.__file__).parent / "schema.json"
JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8; header=present"
PROBLEM = "application/problem+json"


@open_data
def catalogue(request: HttpRequest) -> HttpResponseBase:
    """``/indicators.json``."""
    known = extents()
    newest = max((at for _, _, at in known.values()), default=None)
    body = _json(catalogue_of(known, origin=settings.PUBLIC_URL))
    return conditional(request, body, "application/ld+json; charset=utf-8", modified=newest)


@open_data
def schema(request: HttpRequest) -> HttpResponseBase:
    return conditional(request, SCHEMA.read_text(encoding="utf-8"), "application/schema+json; charset=utf-8")


@open_data
def indicator(request: HttpRequest, id: str, kind: str) -> HttpResponseBase:
    """``/indicators/<id>.json`` and ``.csv``; ``?from=2026-01&to=2026-06&versions=all``."""
    definition = definitions().get(id)
    if definition is None:
        return _problem(404, "There is no such indicator.")
    query = {name: list(values) for name, values in request.GET.lists()}
    try:
        wanted = read_filter(query, today=today_here())
    except BadFilter as refusal:
        return _problem(400, str(refusal))
    return _file(request, definition, list(snapshots_within([id], wanted)), kind)


def _file(request: HttpRequest, definition: Definition, rows: list[Snapshot], kind: str) -> HttpResponseBase:
    newest = max((row.taken_at for row in rows), default=None)
    if kind == "json":
        body = _json(json_file(definition, rows, origin=settings.PUBLIC_URL))
        return conditional(request, body, JSON, modified=newest)
    response = conditional(request, csv_file(definition, rows), CSV, modified=newest)
    response["Content-Disposition"] = f'attachment; filename="{definition.id}.csv"'
    return response


def _json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False)


def _problem(status: int, detail: str) -> HttpResponse:
    """RFC 9457."""
    body = _json({"type": "about:blank", "status": status, "detail": detail})
    response = HttpResponse(body, status=status, content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    return response
