"""The pages for when there is no page: in the visitor's language, with what was kept and a way on."""

from django.http import HttpRequest, HttpResponse

from frontend.layout.surroundings import EMPTY, in_known_market, surroundings
from frontend.rendering import render
from frontend.security import protect
from frontend.visit import Visit
from i18n.languages import LANGUAGES

STATUSES = (400, 403, 404, 405, 413, 429, 500, 503)
RETRY_AFTER = 60
"""Seconds that a page which passes by itself asks to wait."""


def error_page(
    request: HttpRequest, status: int, *, visit: Visit | None = None, reason: str = "", retry_after: int | None = None
) -> HttpResponse:
    """The page of one of `STATUSES`; ``reason`` "csrf" when a form had lost its token; ``retry_after`` in seconds."""
    visit = visit or visit_of(request)
    # After a failure of our own nothing more is asked of the API: this page has to come whatever is broken.
    # Nor for who asks too much: a refusal that costs as much as an answer keeps nobody from anything.
    around = EMPTY if status >= 500 or status == 429 else surroundings(visit)
    in_known_market(visit, around)
    wait = retry_after or (RETRY_AFTER if status in {429, 503} else None)
    context = {"status_code": status, "reason": reason, "wait_minutes": -(-wait // 60) if wait else None}
    response = render("errors/error.html", request, visit, context, indexed=False, status=status, around=around)
    if wait:
        response.headers["Retry-After"] = str(wait)
    return protect(response)


def visit_of(request: HttpRequest) -> Visit:
    """The visit of a request that may have no page: language and market read from the start of its path."""
    first, _, rest = request.path.lstrip("/").partition("/")
    market = rest.partition("/")[0]
    known = first if first in LANGUAGES else None
    return Visit.of(request, language=known, market=market if known and len(market) == 2 and market.isalpha() else None)
