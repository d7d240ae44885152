"""Views that take some methods only, and say so in a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from frontend.errors.error_page import error_page

View = Callable[..., HttpResponseBase]
SAFE = ("GET", "HEAD")


def only(*methods: str) -> Callable[[View], View]:
    """Another method is answered with the page for 405 and the header ``Allow`` (RFC 9110 §15.5.6)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs) if request.method in methods else not_allowed(request, methods)

        return guarded

    return decorate


def not_allowed(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    """The page for 405, with what is allowed."""
    response = error_page(request, 405)
    response.headers["Allow"] = ", ".join(methods)
    return response
