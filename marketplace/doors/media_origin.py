"""What people upload is served so that it can do nothing here: from a host of its own, or else in a sandbox.

1. Only pictures that we have decoded and written again ourselves are shown; anything else is a file to keep.
2. Whatever it is, it may run and load nothing, and no browser guesses another kind.
3. With ``MEDIA_ORIGIN`` a host of its own serves uploads and nothing else, so that nothing of theirs is ever of the
   origin whose cookies sign people in.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"})
"""Never SVG: it is a document that may hold scripts."""
SANDBOX = "sandbox; default-src 'none'"


def harmless(response: HttpResponseBase) -> HttpResponseBase:
    """Set the headers of an upload."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in PICTURES:
        response["Content-Disposition"] = "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin" if settings.MEDIA_ORIGIN else "same-site"
    return response


class MediaOrigin(MiddlewareMixin):
    """Keeps the host of uploads and the host of pages apart, where there are two."""

    def process_request(self, request: HttpRequest) -> HttpResponseBase | None:
        if not settings.MEDIA_ORIGIN:
            return None
        of_uploads = request.get_host() == urlsplit(settings.MEDIA_ORIGIN).netloc
        is_upload = request.path_info.startswith("/media/")
        if of_uploads and not is_upload:
            raise Http404
        if is_upload and not of_uploads:
            return HttpResponsePermanentRedirect(settings.MEDIA_ORIGIN + request.path)
        return None
