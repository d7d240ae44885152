"""Files that a seller hands in at a state system, for who holds their fresh link."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from catalog.traceability.portals.file_link import BadFileLink, open_file


@require_safe
def portal_file(request: HttpRequest, token: str) -> HttpResponse:
    """Always to keep, never to show under our address."""
    try:
        found = open_file(token, now=timezone.now())
    except BadFileLink:
        raise Http404 from None
    response = HttpResponse(found.content, content_type=found.content_type)
    response["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
