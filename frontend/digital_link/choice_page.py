"""The page of a scanned code that leads to several places which suit the reader as well."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from frontend.layout.surroundings import in_known_market, surroundings
from frontend.rendering import render
from frontend.security import protect
from frontend.visit import Visit
from i18n.languages import LANGUAGES


def choice_page(request: HttpRequest, links: Sequence[Mapping[str, Any]]) -> HttpResponse:
    """``links`` as a linkset has them: href, title and perhaps hreflang. Each is named with the host it leads to."""
    visit = Visit.of(request)
    around = surroundings(visit)
    in_known_market(visit, around)
    shown = [{**link, "host": urlsplit(link["href"]).hostname, "languages": _names(link)} for link in links]
    response = render(
        "digital_link/choice.html", request, visit, {"links": shown}, indexed=False, status=300, around=around
    )
    return protect(response)


def _names(link: Mapping[str, Any]) -> str:
    """Languages by their own names, where we know them."""
    tags = link.get("hreflang") or []
    return ", ".join(LANGUAGES[tag].own_name if tag in LANGUAGES else tag for tag in tags)
