"""``answer``: what the EPCIS interface says to a request, whoever serves it.

1. Find the resource by its path, and what it does by the method; HEAD is GET, and the door leaves the body out.
2. Refuse what no answer could please: versions, media types, addresses beyond all measure.
3. Let the resource answer; a refusal becomes a problem of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from catalog.traceability.epcis.rest.problem import Kind, RestRefused, problem_answer
from catalog.traceability.epcis.rest.routes import ROUTES
from catalog.traceability.epcis.rest.versions import ANNOUNCED, ANSWERED, NoSuchVersion, require_known_versions
from catalog.traceability.http import RestAnswer, RestRequest

ROOT = "/epcis"
EXTENSIONS = "none"
"""Of EPCIS itself; those of a seller's events are told by their own contexts."""
LONGEST_PATH = 4096
LONGEST_QUERY = 16 * 1024
Resource = Callable[..., RestAnswer]
Methods = Mapping[str, Resource]


def answer(request: RestRequest) -> RestAnswer:
    try:
        return _with_versions(_answered(request))
    except RestRefused as refused:
        return _with_versions(problem_answer(refused))


def _answered(request: RestRequest) -> RestAnswer:
    if len(request.path) > LONGEST_PATH or len(request.query_string) > LONGEST_QUERY:
        raise RestRefused(Kind.URI_TOO_LONG, f"paths have {LONGEST_PATH} bytes at most, queries {LONGEST_QUERY}")
    methods, values, announced = _resource(request.path)
    allowed = ", ".join(sorted({"OPTIONS", *methods, *({"HEAD"} if "GET" in methods else set())}))
    try:
        require_known_versions(request.headers)
    except NoSuchVersion as unknown:
        raise RestRefused(Kind.NOT_ACCEPTABLE, str(unknown)) from unknown
    if request.method == "OPTIONS":
        return RestAnswer(204, {"Allow": allowed, "GS1-Extensions": EXTENSIONS, **ANNOUNCED, **announced})
    resource = methods.get("GET" if request.method == "HEAD" else request.method)
    if resource is None:
        raise RestRefused(Kind.METHOD, f"it knows {allowed}", headers={"Allow": allowed})
    return resource(request, *values)


def _resource(path: str) -> tuple[Methods, list[str], Mapping[str, str]]:
    below = path.removeprefix(ROOT).removesuffix("/") if path.startswith(f"{ROOT}/") else ""
    for pattern, methods, announced in ROUTES:
        found = re.fullmatch(pattern, below)
        if found is not None:
            return methods, [_decoded(value) for value in found.groups()], announced
    raise RestRefused(Kind.NO_SUCH_RESOURCE, "there is no such resource")


def _decoded(value: str) -> str:
    try:
        decoded = unquote(value, errors="strict")
    except UnicodeDecodeError:
        raise RestRefused(Kind.NO_SUCH_RESOURCE, "the address is not UTF-8") from None
    if "\0" in decoded:
        raise RestRefused(Kind.NO_SUCH_RESOURCE, "there is no such resource")
    return decoded


def _with_versions(answered: RestAnswer) -> RestAnswer:
    return RestAnswer(answered.status, {**ANSWERED, **answered.headers}, answered.body)
