"""``/epcis``: the REST interface of EPCIS 2.0."""

from __future__ import annotations

import structlog
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from catalog.traceability.epcis.rest.answer import answer
from catalog.traceability.epcis.rest.capture_limits import FILE_SIZE_LIMIT, too_large
from catalog.traceability.epcis.rest.problem import Kind, RestRefused, problem_answer
from marketplace.doors.rest import BodyTooLarge, http_response, rest_request

log = structlog.get_logger(__name__)


@csrf_exempt
def epcis(request: HttpRequest, path: str = "") -> HttpResponse:
    """Cookies are not read: whoever calls says who they are in ``Authorization``."""
    try:
        response = http_response(answer(rest_request(request, longest_body=FILE_SIZE_LIMIT)))
    except BodyTooLarge:
        response = http_response(problem_answer(too_large()))
    except Exception:  # the standard wants its own form of a failure; the log has what it was
        log.exception("a request to the EPCIS interface failed", method=request.method)
        response = http_response(problem_answer(RestRefused(Kind.IMPLEMENTATION)))
    response["Cache-Control"] = "private, no-store"
    response["Vary"] = "Accept, Authorization"
    response["X-Content-Type-Options"] = "nosniff"
    if request.method == "HEAD":
        response.content = b""
    return response
