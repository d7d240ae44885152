"""Stands before the web application and gives the answers that are kept, without asking it.

1. Only requests to the API without a token and without a cookie. Everything that a browser or proxy says besides (its
   host, languages, what it accepts) is part of what was asked; only what no answer depends on is left out.
2. The news is heard before each answer: one small statement. What somebody changed before is therefore never shown
   as it was.
3. An answer is kept with what its statements have read, if all of it is watched, until one of those rows changes or a
   moment comes at which it would be another one by itself.
"""

import io
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from threading import Lock
from time import time
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connections

from marketplace import read_log
from marketplace.graphql.kept.answers import Answer, Answers
from marketplace.graphql.kept.news import News
from marketplace.graphql.kept.turns import next_turn
from marketplace.graphql.kept.watched import Watched, reads_of
from marketplace.observability.metrics.cache import cache_read

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
LONGEST_BODY = 20_000
LONGEST = 300.0
"""Seconds that an answer is kept at most."""
_NO_PART = frozenset(
    {
        *("HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_CONNECTION", "HTTP_DNT", "HTTP_TRACEPARENT", "HTTP_TRACESTATE"),
        *("HTTP_X_REQUEST_ID", "HTTP_X_FORWARDED_FOR", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"),
        *("HTTP_CACHE_CONTROL", "HTTP_PRAGMA", "HTTP_SEC_FETCH_SITE", "HTTP_SEC_FETCH_MODE", "HTTP_SEC_FETCH_DEST"),
        *("HTTP_SEC_CH_UA", "HTTP_SEC_CH_UA_MOBILE", "HTTP_SEC_CH_UA_PLATFORM"),
    }
)
_ASKED = ("REQUEST_METHOD", "QUERY_STRING", "CONTENT_TYPE", "wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT")
_OWN = frozenset({"x-request-id", "date", "server", "connection"})
"""Headers of one answer, not of what is kept."""


@dataclass
class Door:
    """``size`` is in bytes; with 0 everything goes to ``application``. ``last_moment`` says until when an answer of a
    moment may hold whatever is read, such as the end of the day that rules are dated by."""

    application: Application
    watched: Mapping[str, Watched]
    path: str
    size: int
    last_moment: Callable[[datetime], datetime]

    def __post_init__(self) -> None:
        self.answers, self._news, self._lock = Answers(self.size), News(), Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not self.size or environ.get("PATH_INFO") != self.path or not _is_anybodys(environ):
            return self.application(environ, start_response)
        asked = _asked(environ)
        if asked is None or not self._hear():
            return self.application(environ, start_response)
        found = self.answers.get(asked, time())
        cache_read("responses", hit=found is not None)
        if found is not None:
            connections["default"].close_if_unusable_or_obsolete()  # as after any request
            return _give(found, environ, start_response)
        return self._made(asked, environ, start_response)

    def _hear(self) -> bool:
        connection = connections["default"]
        if connection.in_atomic_block:
            return False
        try:
            connection.close_if_unusable_or_obsolete()
            with self._lock:
                self.answers.tell(self._news.hear(connection))
        except DatabaseError:
            connection.close()
            self.answers.tell(None)
            return False
        return True

    def _made(self, asked: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        since = self.answers.number
        log = read_log.ReadLog()
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            begun.append((status, headers))
            return start_response(status, headers, exc_info) if exc_info else start_response(status, headers)

        token = read_log.current.set(log)
        try:
            response = self.application(environ, start)
        finally:
            read_log.current.reset(token)
        if log.public_at is None or not log.is_whole or not begun or not begun[-1][0].startswith("200"):
            return response
        try:
            body = b"".join(response)
        finally:
            close = getattr(response, "close", None)
            if close is not None:
                close()
        self._keep(asked, begun[-1][1], body, log, since)
        return [body]

    def _keep(self, asked: Any, headers: list[tuple[str, str]], body: bytes, log: read_log.ReadLog, since: int) -> None:
        moment = log.public_at
        reads = reads_of(log.statements, self.watched, self._tables)
        kept = tuple((name, value) for name, value in headers if name.lower() not in _OWN)
        if moment is None or reads is None or any(name.lower() == "set-cookie" for name, _value in kept):
            return
        try:
            until = min(
                moment.timestamp() + LONGEST,
                self.last_moment(moment).timestamp(),
                next_turn(connections["default"], reads, self.watched, after=moment),
            )
        except DatabaseError:
            connections["default"].close()
            return
        if self._hear():
            self.answers.put(asked, Answer(kept, body, reads, until), since=since)

    @cached_property
    def _tables(self) -> frozenset[str]:
        return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))


def _is_anybodys(environ: Mapping[str, Any]) -> bool:
    return "HTTP_AUTHORIZATION" not in environ and "HTTP_COOKIE" not in environ


def _asked(environ: dict[str, Any]) -> tuple[Any, ...] | None:
    """What an answer may depend on; nothing for a request that isn't looked at."""
    body = b""
    if environ["REQUEST_METHOD"] == "POST":
        length = environ.get("CONTENT_LENGTH") or ""
        if not (length.isascii() and length.isdigit() and len(length) < 6 and int(length) <= LONGEST_BODY):
            return None
        if not environ.get("CONTENT_TYPE", "").startswith("application/json"):
            return None
        body = environ["wsgi.input"].read(int(length))
        environ["wsgi.input"] = io.BytesIO(body)
    elif environ["REQUEST_METHOD"] != "GET" or len(environ.get("QUERY_STRING", "")) > LONGEST_BODY:
        return None
    said = sorted((name, value) for name, value in environ.items() if name[:5] == "HTTP_" and name not in _NO_PART)
    return (*(environ.get(name, "") for name in _ASKED), body, *said)


def _give(answer: Answer, environ: Mapping[str, Any], start_response: Any) -> list[bytes]:
    headers = [*answer.headers, ("X-Request-ID", uuid.uuid4().hex)]
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and environ["REQUEST_METHOD"] == "GET":
        tag = next((value for name, value in answer.headers if name == "ETag"), None)
        if tag is not None and any(each.strip().removeprefix("W/") in {tag, "*"} for each in known.split(",")):
            without = {"content-type", "content-length"}
            start_response("304 Not Modified", [pair for pair in headers if pair[0].lower() not in without])
            return []
    start_response("200 OK", headers)
    return [answer.body]
