"""The cache that processes share, which may go away: then each keeps what it needs in its own memory meanwhile.

Nothing that must not be lost is only in the cache. What is counted there (attempts to sign in) is counted by each
process for itself while the server is away, so that nobody may try without end; `is_shared` tells what must be exact.
"""

import threading
import time
from collections.abc import Callable
from typing import Any

import structlog
from django.core.cache.backends.locmem import LocMemCache
from django_redis.cache import RedisCache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import TimeoutError as RedisSilent

log = structlog.get_logger(__name__)
PAUSE = 2.0
"""Seconds before the server is asked again: not every request waits for it."""
ANSWER_WITHIN = 1.0
"""Seconds; a cache that takes longer helps nobody."""
_AWAY = (ConnectionInterrupted, RedisAway, RedisSilent)


def _or_own(name: str) -> Callable[..., Any]:
    def asked(self: "SharedCache", *arguments: Any, **named: Any) -> Any:
        return self.ask(name, arguments, named)

    return asked


class SharedCache(RedisCache):
    """Redis, and this process's own memory while it is away."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        limits = {"SOCKET_CONNECT_TIMEOUT": ANSWER_WITHIN, "SOCKET_TIMEOUT": ANSWER_WITHIN}
        super().__init__(server, {**params, "OPTIONS": {**limits, **params.get("OPTIONS", {})}})
        self._own = LocMemCache(f"instead of {server}", {})
        self._asks_again_at = 0.0
        self._lock = threading.Lock()

    @property
    def is_shared(self) -> bool:
        """Whether the last that was heard of the server was an answer."""
        return self._asks_again_at == 0.0

    def ask(self, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if time.monotonic() >= self._asks_again_at:
            try:
                answer = getattr(RedisCache, name)(self, *arguments, **named)
            except _AWAY as trouble:
                self._go_without(trouble)
            else:
                self._asks_again_at = 0.0
                return answer
        return getattr(self._own, name)(*arguments, **named)

    def _go_without(self, trouble: Exception) -> None:
        with self._lock:
            if self.is_shared:
                log.warning("cache away", error=type(trouble).__name__)
                self._own.clear()  # what is in it is of the last time
            self._asks_again_at = time.monotonic() + PAUSE

    add = _or_own("add")
    get = _or_own("get")
    set = _or_own("set")
    touch = _or_own("touch")
    delete = _or_own("delete")
    has_key = _or_own("has_key")
    get_many = _or_own("get_many")
    set_many = _or_own("set_many")
    delete_many = _or_own("delete_many")
    incr = _or_own("incr")
    decr = _or_own("decr")
    clear = _or_own("clear")
