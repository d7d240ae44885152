"""Pages of the REST interface: ``perPage``, ``nextPageToken`` and the ``Link`` to the next one (EPCIS 2.0, 12.6)."""

from __future__ import annotations

from urllib.parse import urlencode

from catalog.traceability.epcis.documents.write_document import time_text
from catalog.traceability.epcis.query.page_token import Place, is_page_token, page_token, read_page_token
from catalog.traceability.epcis.query.problem import BadPageToken
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestAnswer, RestRequest

USUAL, MOST = 30, 1000
CONTROLS = ("perPage", "nextPageToken")
_DIGITS = 9


def page_size(request: RestRequest) -> int:
    """Whoever asks for more than the most gets the most, as the standard allows."""
    asked = only(request, "perPage")
    if not asked:
        return USUAL
    if not (asked.isascii() and asked.isdecimal()) or len(asked) > _DIGITS or int(asked) < 1:
        raise RestRefused(Kind.QUERY_PARAMETER, "perPage: takes a whole number of at least 1")
    return min(int(asked), MOST)


def place_asked(request: RestRequest, *, of: str) -> Place | None:
    """Where the page begins; nothing for the first one. ``of`` is what is being paged."""
    token = only(request, "nextPageToken")
    if not token:
        return None
    try:
        return read_page_token(token, of=of, viewer=request.viewer)
    except BadPageToken as bad:
        raise RestRefused(Kind.QUERY_PARAMETER, str(bad)) from bad


def next_page(request: RestRequest, place: Place | None, *, of: str) -> dict[str, str]:
    """The headers that lead to the next page, with all that was asked for this one."""
    if place is None:
        return {}
    token, expires = page_token(place, of=of, viewer=request.viewer)
    asked = [(name, value) for name, values in request.query.items() for value in values if name != "nextPageToken"]
    return {
        "Link": f'<{request.origin}{request.path}?{urlencode([*asked, ("nextPageToken", token)])}>; rel="next"',
        "GS1-Next-Page-Token-Expires": time_text(expires),
    }


def only(request: RestRequest, name: str) -> str:
    values = request.query.get(name, ())
    if len(values) > 1:
        raise RestRefused(Kind.QUERY_PARAMETER, f"{name}: came twice")
    return values[0] if values else ""


def delete_token(_request: RestRequest, token: str) -> RestAnswer:
    """Nothing is kept for a token: there is nothing to free, and it ends by itself."""
    if not is_page_token(token):
        raise RestRefused(Kind.NO_SUCH_RESOURCE, "no such nextPageToken was given out")
    return RestAnswer(204)
