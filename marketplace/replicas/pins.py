"""Who has just written, and so reads from the primary for a while: remembered by person, and by a cookie for others."""

import structlog
from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from marketplace.replicas.reads import current

log = structlog.get_logger(__name__)
SECONDS = 15
"""Longer than a replica that is asked can be behind: see `condition.MOST_BEHIND`."""
COOKIE = "just_wrote"


def acting(person: str) -> None:
    """Somebody is signed in; what they wrote a moment ago, on whichever device, is seen by them."""
    reads = current.get()
    if reads is None:
        return
    reads.actor = person
    if reads.may_lag and _has_written(person):
        reads.may_lag = False


def pinned_by_cookie(request: HttpRequest) -> bool:
    return COOKIE in request.COOKIES


def pin(response: HttpResponseBase, *, person: str | None, is_secure: bool) -> None:
    """Remember it before the answer leaves."""
    response.set_cookie(COOKIE, "1", max_age=SECONDS, httponly=True, samesite="Lax", secure=is_secure)
    if person is not None:
        try:
            cache.set(_key(person), 1, SECONDS)
        except Exception as error:  # the cache is gone: everybody then reads from the primary, see `_has_written`
            log.warning("who wrote is not remembered", error=type(error).__name__)


def _has_written(person: str) -> bool:
    try:
        return cache.get(_key(person)) is not None
    except Exception as error:  # nobody knows, so nothing may lag
        log.warning("who wrote is not known", error=type(error).__name__)
        return True


def _key(person: str) -> str:
    return f"replicas:wrote:{person}"
