"""Nobody keeps the marketplace busy alone: one caller's requests of a minute are counted, and too many refused.

1. A caller is a person who is signed in, by the person, or else an address (of IPv6 the /64 of a subscriber).
2. What searches and what changes something weighs more than what is read: see `weight`.
3. ``REQUESTS_PER_MINUTE`` is what a caller may use up; ``SHARED_NETWORKS``, where many people go out by one address,
   have `SHARED` times as much. 0 counts nothing. This machine's own requests are not counted.
4. Too much is answered with 429 and ``Retry-After`` (RFC 6585 section 4): as a page in the reader's language, as JSON
   to programs.

Every process counts for itself, in its own memory: it must hold when the cache is away, and a flood needs no exact
count. What must be exact (passwords, letters, reports) is counted in the shared cache, see
``marketplace.accounts.sign_in.attempts``.
"""

import ipaddress
import re
from threading import Lock
from time import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from frontend.errors.error_page import error_page
from frontend.visit import ACCESS, own_cookies
from marketplace.accounts.sign_in.attempts import client_key
from marketplace.accounts.tokens.access import subject_of
from marketplace.doors.forwarded import is_within, networks

WINDOW = 60
SHARED = 20
MOST_CALLERS = 100_000
UNCOUNTED = re.compile(r"/(static|media|health|payments/[a-z_-]+/webhook|carriers/[a-z_-]+/webhooks)\b")
"""Files, the orchestrator's questions, and messages of providers, which are signed and come in bursts."""
PAGE = re.compile(r"/(?:[a-z]{2}|zh-hans)(?:/|$)", re.IGNORECASE)
SEARCHES = ("q", "search", "term")


class RequestRate(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> HttpResponseBase | None:
        most = settings.REQUESTS_PER_MINUTE
        if not most or UNCOUNTED.match(request.path_info):
            return None
        caller, times = _caller(request)
        if not caller:
            return None
        used, left = COUNTS.add(caller, weight(request), time())
        return _too_many(request, left) if used > most * times else None


def weight(request: HttpRequest) -> int:
    """A form is worth five pages and a search three; what programs ask is one, their questions have limits inside."""
    if request.path_info.startswith(("/graphql", "/epcis")):
        return 1
    if request.method not in {"GET", "HEAD", "OPTIONS"}:
        return 5
    return 3 if any(name in request.GET for name in SEARCHES) else 1


class Counts:
    """What each caller has used up in the window that runs; two windows are never kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._window = 0
        self._used: dict[str, int] = {}

    def add(self, caller: str, weight: int, now: float) -> tuple[int, int]:
        """What the caller has used up with this, and the seconds until it begins anew."""
        window = int(now) // WINDOW
        with self._lock:
            if window != self._window or len(self._used) >= MOST_CALLERS:
                self._window, self._used = window, {}
            used = self._used[caller] = self._used.get(caller, 0) + weight
        return used, WINDOW - int(now) % WINDOW

    def clear(self) -> None:
        with self._lock:
            self._used = {}


COUNTS = Counts()


def _caller(request: HttpRequest) -> tuple[str, int]:
    """Who it is and how many times the usual they may use up; nobody for this machine itself."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    token = credentials.strip() if scheme.lower() == "bearer" else own_cookies(request).get(ACCESS, "")
    person = subject_of(token) if token else None
    if person is not None:
        return f"person {person}", 1
    ip = request.META.get("REMOTE_ADDR", "")
    try:
        if not ip or ipaddress.ip_address(ip).is_loopback:
            return "", 1
    except ValueError:
        return "", 1
    return client_key(ip), SHARED if is_within(ip, networks(settings.SHARED_NETWORKS)) else 1


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    if PAGE.match(request.path_info) or request.path_info == "/":
        return error_page(request, 429, retry_after=seconds)
    refusal = {"message": "Too many requests.", "extensions": {"code": "TOO_MANY_REQUESTS", "seconds": seconds}}
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    return JsonResponse({"errors": [refusal]}, status=429, headers=headers)
