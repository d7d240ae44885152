"""The security headers of every page: content from this site only, no inline script or style."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse


def content_security_policy() -> str:
    origin = urlsplit(settings.PUBLIC_URL)
    pictures = f"'self' data: {origin.scheme}://{origin.netloc}"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        f"img-src {pictures}; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def protect(response: HttpResponse) -> HttpResponse:
    """Set the headers; a page speaks to one visitor, so no cache in between keeps it."""
    response.headers.setdefault("Content-Security-Policy", content_security_policy())
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.headers.setdefault("X-Frame-Options", "DENY")
    return response
