"""Give each request its reads, and pin whoever wrote before the answer leaves."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from marketplace.replicas import pins
from marketplace.replicas.reads import Reads, current

QUERIES_BY_POST = "/graphql/"
"""Here a POST says only later whether it changes anything; `change_begins` is called when it does."""


class ReadYourWrites:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if "replica" not in settings.DATABASES:
            raise MiddlewareNotUsed
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_change = request.method not in {"GET", "HEAD", "OPTIONS"}
        may_lag = not pins.pinned_by_cookie(request) and (not is_change or request.path == QUERIES_BY_POST)
        reads = Reads(may_lag=may_lag, is_change=is_change)
        token = current.set(reads)
        try:
            response = self._get_response(request)
        finally:
            current.reset(token)
        if reads.wrote:
            pins.pin(response, person=reads.actor, is_secure=settings.SESSION_COOKIE_SECURE)
        return response
