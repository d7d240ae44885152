"""Tokens that a carrier gives for a user name and password, kept for a while in this process alone."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from logistics.carrier import Account, CredentialsRefused

T = TypeVar("T")
MOST_KEPT = 500


@dataclass
class Tokens:
    """One per carrier. A token never outlives the credentials it was given for: they are part of what finds it."""

    seconds: float
    _kept: dict[bytes, tuple[float, str]] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def use(self, account: Account, obtain: Callable[[], str], work: Callable[[str], T]) -> T:
        """``work`` with a token; once more with a new one when the carrier no longer takes the one that was kept."""
        name = _name(account)
        token = self._find(name)
        if token is not None:
            try:
                return work(token)
            except CredentialsRefused:
                self._forget(name)
        return work(self._keep(name, obtain()))

    def _find(self, name: bytes) -> str | None:
        with self._lock:
            until, token = self._kept.get(name, (0.0, ""))
            return token if time.monotonic() < until else None

    def _keep(self, name: bytes, token: str) -> str:
        with self._lock:
            while len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[name] = time.monotonic() + self.seconds, token
        return token

    def _forget(self, name: bytes) -> None:
        with self._lock:
            self._kept.pop(name, None)


def _name(account: Account) -> bytes:
    told = repr((account.carrier, account.key, account.test, sorted(account.settings.items())))
    return hashlib.sha256(told.encode()).digest()
