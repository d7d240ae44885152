"""Pages of capture jobs, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db.models import Q

from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.documents.write_document import time_text
from catalog.traceability.epcis.query.page_token import Place, page_token, read_page_token
from catalog.traceability.epcis.query.problem import BadPageToken
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestRequest

USUAL, MOST = 30, 100
_OF = "capture jobs"


def page_of_jobs(request: RestRequest, seller_ids: Iterable[int]) -> tuple[list[CaptureJob], dict[str, str]]:
    """The jobs, and the headers that lead to the next ones."""
    size = _page_size(request)
    jobs = CaptureJob.objects.filter(seller_id__in=seller_ids).defer("body").order_by("-created_at", "-pk")
    token = _only(request, "nextPageToken")
    if token:
        jobs = jobs.filter(_after(request, token))
    found = list(jobs[: size + 1])
    return found[:size], _next(request, found[size - 1], size) if len(found) > size else {}


def _after(request: RestRequest, token: str) -> Q:
    try:
        place = read_page_token(token, of=_OF, viewer=request.viewer)
    except BadPageToken as bad:
        raise RestRefused(Kind.QUERY_PARAMETER, str(bad)) from bad
    return Q(created_at__lt=place.values[0]) | Q(created_at=place.values[0], pk__lt=place.pk)


def _next(request: RestRequest, last: CaptureJob, size: int) -> dict[str, str]:
    token, expires = page_token(Place((last.created_at,), str(last.pk)), of=_OF, viewer=request.viewer)
    query = urlencode({"perPage": size, "nextPageToken": token})
    return {
        "Link": f'<{request.origin}/epcis/capture?{query}>; rel="next"',
        "GS1-Next-Page-Token-Expires": time_text(expires),
    }


def _page_size(request: RestRequest) -> int:
    asked = _only(request, "perPage")
    if not asked:
        return USUAL
    if not (asked.isascii() and asked.isdecimal()) or len(asked) > 9 or int(asked) < 1:
        raise RestRefused(Kind.QUERY_PARAMETER, "perPage is a number from 1")
    return min(int(asked), MOST)


def _only(request: RestRequest, name: str) -> str:
    values = request.query.get(name, ())
    if len(values) > 1:
        raise RestRefused(Kind.QUERY_PARAMETER, f"{name} came twice")
    return values[0] if values else ""
