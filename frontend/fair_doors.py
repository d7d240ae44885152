"""The short addresses on paper: ``/f/<fair>`` leads to a fair, ``/f/<fair>/<booth>`` to the card of its exhibitor."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from frontend import api
from frontend.addresses import address_of
from frontend.documents import operations
from frontend.errors.error_page import error_page
from frontend.security import protect
from frontend.visit import Visit


@require_safe
def fair_door(request: HttpRequest, slug: str) -> HttpResponse:
    """In the reader's language and market."""
    visit = Visit.of(request)
    return protect(HttpResponseRedirect(address_of("fair", language=visit.language, market=visit.market, slug=slug)))


@require_safe
def booth_door(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A booth that nobody has, or of which several halls have one, leads to the fair, narrowed down to the booth."""
    visit = Visit.of(request)
    document = operations(Path(__file__).with_suffix(".graphql"))
    expo = api.ask(visit, document["WhoIsThere"], {"slug": slug[:120], "booth": code[:20]})["expo"]
    if expo is None:
        return protect(error_page(request, 404, visit=visit))
    found = [edge["node"]["id"] for edge in expo["exhibitors"]["edges"]]
    where = {"language": visit.language, "market": visit.market, "slug": expo["slug"]}
    if len(found) == 1:
        return protect(HttpResponseRedirect(address_of("exhibitor", **where, exhibitor=found[0])))
    return protect(HttpResponseRedirect(address_of("fair", **where, query={"booth": code[:20]})))
