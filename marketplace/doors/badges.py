"""Badges of fairs as PDF, for whoever holds the signed address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from marketplace.expo.badges.link import BadBadgeLink, open_badges


@require_safe
def badges_file(request: HttpRequest, token: str) -> HttpResponse:
    """Made now; kept by nobody on the way."""
    try:
        content = open_badges(token, now=timezone.now())
    except BadBadgeLink:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="badge.pdf"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
