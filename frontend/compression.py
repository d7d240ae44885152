"""Texts travel compressed; what is small already (pictures, papers) and what flows (downloads) goes as it is."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/html", "text/plain", "text/xml", "application/xml", "image/svg+xml", "application/manifest+json")


class CompressedTexts(GZipMiddleware):
    """gzip for pages, whose secrets cannot be guessed from their compressed length (BREACH).

    The token against forged requests is masked anew in every answer, up to a hundred random bytes blur every length,
    and cookies are ``SameSite=Lax``: a strange site cannot ask for a page in its reader's name again and again without
    leading the reader there each time. Answers of the API stay as they are: they carry sign-in tokens beside what
    was sent.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in TEXTS:
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
