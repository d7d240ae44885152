"""The security headers of every answer: content from this site only, no inline script or style, no frames."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=()"
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: it loads nothing, whatever is in it."""
UNFRAMED = "base-uri 'none'; frame-ancestors 'none'"
"""For papers: the browser's own viewer needs more than nothing."""


def content_security_policy() -> str:
    """Without a nonce: there is nothing inline to allow."""
    sources = " ".join(dict.fromkeys(_origin(url) for url in (settings.PUBLIC_URL, settings.MEDIA_ORIGIN) if url))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        f"img-src 'self' data: {sources}; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def protect(response: HttpResponse) -> HttpResponse:
    """Set the headers; a page speaks to one visitor, so no cache in between keeps it."""
    response.headers.setdefault("Content-Security-Policy", content_security_policy())
    response.headers.setdefault("Cache-Control", "private, no-cache")
    _always(response)
    return response


class StrictAnswers(MiddlewareMixin):
    """What the pages do not answer (files, the API, redirects, refusals of Django's own) is as strict."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        response.headers.setdefault("Content-Security-Policy", UNFRAMED if kind == "application/pdf" else NOTHING)
        _always(response)
        return response


def _always(response: HttpResponseBase) -> None:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    response.headers.setdefault("Permissions-Policy", NO_DEVICES)
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("X-Frame-Options", "DENY")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
