"""Who really calls: what a proxy says about it is believed of our own proxies, and of nobody else.

1. A request that comes from elsewhere than ``TRUSTED_PROXIES`` has its ``Forwarded`` and ``X-Forwarded-…`` headers
   taken away: anybody can write anything into them.
2. Of a trusted proxy's ``X-Forwarded-For`` the last address counts that is no proxy of ours. What stands before it
   was sent by the caller, who may have made it up.
3. From then on ``REMOTE_ADDR`` is the caller, for limits, sessions and logs alike.

Example: the proxy 10.0.0.5 is trusted. ``X-Forwarded-For: 1.1.1.1, 203.0.113.7, 10.0.0.9`` with 10.0.0.0/8 trusted
names 203.0.113.7; the first address is what that caller claimed.
"""

import ipaddress
from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

CLAIMS = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REAL_IP",
)
MOST_HOPS = 20
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Forwarded(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        meta = request.META
        trusted = networks(settings.TRUSTED_PROXIES)
        peer = meta.get("REMOTE_ADDR", "")
        # A socket of this machine has no address: whoever may open it is one of ours.
        if peer and not is_within(peer, trusted):
            for claim in (*CLAIMS, *_country_claim()):
                meta.pop(claim, None)
            return
        meta["REMOTE_ADDR"] = caller_of(peer, meta.get("HTTP_X_FORWARDED_FOR", ""), trusted)


def caller_of(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """The last address of the chain that is no proxy of ours; the nearest that can be read if one is nonsense."""
    caller = peer
    for hop in reversed(forwarded_for.split(",")[-MOST_HOPS:]):
        address = _bare(hop)
        if address is None:
            return caller
        caller = address
        if not is_within(address, trusted):
            return caller
    return caller


def is_within(address: str, among: Sequence[Network]) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    plain = getattr(found, "ipv4_mapped", None) or found
    return any(plain in network for network in among)


_READ: dict[tuple[str, ...], tuple[Network, ...]] = {}


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Read once for each setting."""
    key = tuple(texts)
    if key not in _READ:
        _READ[key] = tuple(ipaddress.ip_network(text, strict=False) for text in key)
    return _READ[key]


def _bare(hop: str) -> str | None:
    """An address without its port: ``203.0.113.7:4711``, ``[2001:db8::1]:80``."""
    text = hop.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)


def _country_claim() -> tuple[str, ...]:
    name = settings.COUNTRY_HEADER
    return (f"HTTP_{name.upper().replace('-', '_')}",) if name else ()
