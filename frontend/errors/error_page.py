"""The pages for when there is no page: in the visitor's language, with a way on."""

from django.http import HttpRequest, HttpResponse

from frontend.layout.surroundings import EMPTY, in_known_market, surroundings
from frontend.rendering import render
from frontend.security import protect
from frontend.visit import Visit
from i18n.languages import LANGUAGES


def error_page(request: HttpRequest, status: int, *, visit: Visit | None = None, reason: str = "") -> HttpResponse:
    """The page of a status: 400, 403, 404 or 500; ``reason`` "csrf" when a form had lost its token."""
    visit = visit or visit_of(request)
    # After a failure of our own nothing more is asked of the API: this page has to come whatever is broken.
    around = EMPTY if status >= 500 else surroundings(visit)
    in_known_market(visit, around)
    context = {"status_code": status, "reason": reason}
    response = render("errors/error.html", request, visit, context, indexed=False, status=status, around=around)
    return protect(response)


def visit_of(request: HttpRequest) -> Visit:
    """The visit of a request that may have no page: language and market read from the start of its path."""
    first, _, rest = request.path.lstrip("/").partition("/")
    market = rest.partition("/")[0]
    known = first if first in LANGUAGES else None
    return Visit.of(request, language=known, market=market if known and len(market) == 2 and market.isalpha() else None)
