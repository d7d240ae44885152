"""Addresses of pages: by name, in the visitor's language and market; and which ones it is safe to go to."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.http import url_has_allowed_host_and_scheme


def address_of(name: str, *, language: str, market: str, query: dict[str, Any] | None = None, **parts: Any) -> str:
    """The path of a page. Desks and trace pages have no market in theirs; ``query`` leaves out what is empty."""
    path = _path(name, language, market, tuple(parts.items()), get_script_prefix(), get_urlconf())
    chosen = {key: value for key, value in (query or {}).items() if value not in (None, "", [])}
    return f"{path}?{urlencode(chosen, doseq=True)}" if chosen else path


@lru_cache(maxsize=8192)
def _path(
    name: str, language: str, market: str, parts: tuple[tuple[str, Any], ...], _prefix: str, _table: str | None
) -> str:
    """Kept: a page of a list asks for the same few addresses again and again. It depends on nothing else than these."""
    try:
        return reverse(name, kwargs={"language": language, "market": market, **dict(parts)})
    except NoReverseMatch:
        return reverse(name, kwargs={"language": language, **dict(parts)})


def with_query(path: str, current: Any, **changes: Any) -> str:
    """The same page with some parameters of its query set, or removed with ``None``."""
    query = {key: current.getlist(key) for key in current}
    query.update({key: value if isinstance(value, list) else [value] for key, value in changes.items()})
    pairs = [(key, value) for key, values in query.items() for value in values if value not in (None, "")]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def safe_next(path: str | None, fallback: str) -> str:
    """``path`` when it is an address of this site, else ``fallback``: nobody is sent elsewhere by a crafted link."""
    if path and path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return path
    return fallback


def absolute(path: str) -> str:
    return f"{settings.PUBLIC_URL}{path}"


def absolute_url(address: str) -> str:
    """The address of a picture, which the API may give as a path of this site."""
    return absolute(address) if address.startswith("/") else address
