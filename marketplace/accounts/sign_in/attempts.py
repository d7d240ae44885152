"""How often something may be tried: counted per account and per client address in the cache.

A count lives for one quarter of an hour and no longer; keys are hashes, so that the cache holds no
addresses. Right and wrong attempts count alike until one succeeds, which clears the account's count.
Several processes share the counts only through a shared cache (REDIS_URL); each counts for itself without.
"""

import hashlib
import ipaddress
import time
from dataclasses import dataclass

from django.core.cache import cache

WINDOW_SECONDS = 15 * 60


class TooManyAttempts(Exception):
    """Nothing was checked; it may be tried again after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many attempts, again in {seconds} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` attempts of this ``name`` in a window."""

    name: str
    most: int


PER_ACCOUNT = Limit("sign-in-account", 15)
PER_CLIENT = Limit("sign-in-client", 60)
MAIL_PER_ACCOUNT = Limit("mail-account", 4)
MAIL_PER_CLIENT = Limit("mail-client", 20)


def count_attempt(limit: Limit, key: str) -> None:
    """Count one attempt by ``key``. Raises `TooManyAttempts` when there were enough; an empty key is not counted."""
    if not key:
        return
    name = _name(limit, key)
    cache.add(name, 0, timeout=WINDOW_SECONDS)
    try:
        count = cache.incr(name)
    except ValueError:  # it ran out between the two calls
        count = 1
    if count > limit.most:
        raise TooManyAttempts(WINDOW_SECONDS - int(time.time()) % WINDOW_SECONDS)


def clear_attempts(limit: Limit, key: str) -> None:
    cache.delete(_name(limit, key))


def client_key(ip: str) -> str:
    """One client: an IPv4 address, or the /64 that an IPv6 subscriber has to itself."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:  # as a socket for both kinds calls an IPv4 address: not all of them are one client
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _name(limit: Limit, key: str) -> str:
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]
    return f"attempts:{limit.name}:{int(time.time()) // WINDOW_SECONDS}:{digest}"
