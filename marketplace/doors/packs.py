"""Files of packs, for the person their link was signed for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from logistics.packs.link import BadPackLink, open_pack
from marketplace.doors.person import person_of


@require_safe
def pack_file(request: HttpRequest, token: str) -> HttpResponse:
    """Made now; kept by nobody on the way."""
    try:
        name, content_type, content = open_pack(token, user=person_of(request))
    except BadPackLink:
        raise Http404 from None
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
