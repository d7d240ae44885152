"""What Django calls when it has no page to give: the handlers of 400, 403, 404, 500 and the CSRF failure."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from frontend.errors.error_page import error_page
from frontend.refusals import ApiAway

_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_AWAY = (OperationalError, InterfaceError, ApiAway)
"""The database cannot be reached, or the API says so: nothing is broken, it passes."""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 413 if isinstance(exception, _TOO_MUCH) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 503 if isinstance(sys.exc_info()[1], _AWAY) else 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, 403, reason="csrf")
