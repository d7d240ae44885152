"""Uploads by the GraphQL multipart request specification (version 2 of its form: operations, map, files).

``operations`` is the usual JSON object with null where a file belongs, ``map`` says which part goes where:
``{"0": ["variables.file"], "1": ["variables.files.0"]}``.

A browser sends a multipart form to another site without asking first. Although no cookie is ever read here, such a
request must carry a header that makes the browser ask (Apollo's rule), so that no foreign page can post one blindly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from marketplace.graphql.errors import _
from marketplace.graphql.http.refusal import HTTPRefusal
from marketplace.graphql.http.request import (
    Parameters,
    RequestLimits,
    parameters,
    parse_json,
    require_length,
    require_utf8,
    too_large,
)

PREFLIGHT_HEADERS = ("GraphQL-Preflight", "Apollo-Require-Preflight", "X-Requested-With")
_DEEPEST = 16


def read_multipart(request: HttpRequest, limits: RequestLimits) -> Parameters:
    """The parameters with the files put in their places; raises `HTTPRefusal` for anything that does not fit."""
    if not any(request.headers.get(name) for name in PREFLIGHT_HEADERS):
        raise HTTPRefusal(
            _("A multipart request needs one of these headers: %(names)s."),
            {"names": ", ".join(PREFLIGHT_HEADERS)},
            code="PREFLIGHT_REQUIRED",
        )
    require_utf8(request)
    require_length(request, limits.multipart)
    texts, files = _parts(request, limits)
    operations = parse_json(texts["operations"].encode("utf-8", "replace"))
    if not isinstance(operations, dict):
        return parameters(operations)
    places = parse_json(texts["map"].encode("utf-8", "replace"))
    _put(operations, _checked(places, files, limits), files)
    return parameters(operations, files)


def _parts(request: HttpRequest, limits: RequestLimits) -> tuple[dict[str, str], dict[str, UploadedFile[Any]]]:
    try:
        fields, files = request.POST, request.FILES
    except RequestDataTooBig:
        raise too_large(limits.body) from None
    except (MultiPartParserError, UnreadablePostError, SuspiciousOperation, BadRequest, ValueError, LookupError):
        raise HTTPRefusal(_("The request could not be read.")) from None
    texts: dict[str, str] = {}
    for name in ("operations", "map"):
        values = fields.getlist(name)
        if len(values) != 1:
            raise HTTPRefusal(_("A multipart request needs the field %(name)s once."), {"name": name})
        texts[name] = str(values[0])
        if len(texts[name]) > limits.body:
            raise too_large(limits.body)
    return texts, _single(files, limits)


def _single(files: Any, limits: RequestLimits) -> dict[str, UploadedFile[Any]]:
    single: dict[str, UploadedFile[Any]] = {}
    for name in files:
        values = files.getlist(name)
        if len(values) != 1:
            raise HTTPRefusal(_("The file %(name)s may be given once."), {"name": name})
        single[name] = values[0]
        if (values[0].size or 0) > limits.file:
            raise HTTPRefusal(
                _("A file may have at most %(limit)s bytes."), {"limit": limits.file}, status=413, code="FILE_TOO_LARGE"
            )
    if len(single) > limits.files:
        raise HTTPRefusal(
            _("A request may have at most %(limit)s files."), {"limit": limits.files}, status=413, code="TOO_MANY_FILES"
        )
    return single


def _checked(places: Any, files: Mapping[str, UploadedFile[Any]], limits: RequestLimits) -> dict[str, list[str]]:
    """The map, when it is one: every entry names a file that came, every file is named, and paths are few."""
    if not isinstance(places, dict) or not all(_is_paths(paths) for paths in places.values()):
        raise HTTPRefusal(_("The field map must give a list of paths for each file."))
    if set(places) != set(files):
        raise HTTPRefusal(_("The field map must name exactly the files of the request."))
    paths = [path for listed in places.values() for path in listed]
    if len(paths) != len(set(paths)) or len(paths) > limits.files:
        raise HTTPRefusal(
            _("The field map must name every place once, and at most %(limit)s."), {"limit": limits.files}
        )
    return places


def _is_paths(paths: Any) -> bool:
    return isinstance(paths, list) and bool(paths) and all(isinstance(path, str) for path in paths)


def _put(operations: dict[str, Any], places: Mapping[str, list[str]], files: Mapping[str, UploadedFile[Any]]) -> None:
    for name, paths in places.items():
        for path in paths:
            steps = path.split(".")
            if not 2 <= len(steps) <= _DEEPEST or steps[0] != "variables":
                raise _wrong_place(path)
            holder: Any = operations
            for step in steps[:-1]:
                holder = _step(holder, step, path)
            if _step(holder, steps[-1], path) is not None:
                raise _wrong_place(path)
            holder[int(steps[-1]) if isinstance(holder, list) else steps[-1]] = files[name]


def _step(holder: Any, step: str, path: str) -> Any:
    """What is at ``step``; a place must have been there as null before a file can take it."""
    if isinstance(holder, dict) and step in holder:
        return holder[step]
    if isinstance(holder, list) and step.isascii() and step.isdigit() and len(step) < 6 and int(step) < len(holder):
        return holder[int(step)]
    raise _wrong_place(path)


def _wrong_place(path: str) -> HTTPRefusal:
    return HTTPRefusal(_("The field map names %(path)s, which is no null variable."), {"path": path[:100]})
