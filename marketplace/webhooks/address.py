"""Where a webhook may point: the public internet over TLS, and nowhere near the marketplace's own machines."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

LONGEST = 500
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Its last 32 bits are an IPv4 address that a translator inside the network would call (RFC 6052)."""
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet", ".corp")
IP = ipaddress.IPv4Address | ipaddress.IPv6Address


class BadTarget(ValueError):
    """The text is not an address that a webhook may have."""


class AddressRefused(Exception):
    """A name leads to an address that is not the public internet's."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is {address}")
        self.host = host
        self.address = address


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart. ``host`` is as a certificate names it: ASCII, in small letters."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"https": 443, "http": 80}[self.scheme] else f"{host}:{self.port}"


def parse_target(url: str, *, longest: int = LONGEST) -> Target:
    """The parts of an https address; raises `BadTarget` for anything else, and `AddressRefused` for a near one.

    Names are looked up only when they are called, by `resolve`: what they lead to may change until then.
    """
    if not url or len(url) > longest or not url.isprintable() or " " in url or "\\" in url:
        raise BadTarget(url)
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode().lower()
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    except ValueError:  # a port or a name that is none; UnicodeError is one too
        raise BadTarget(url) from None
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise BadTarget(url)
    _require_public_name(host)
    if parts.scheme != "https" and not (parts.scheme == "http" and _may_loop_back() and _is_near(host)):
        raise BadTarget(url)
    if port != 443 and port < 1024 and not _may_loop_back():
        raise BadTarget(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, path.encode("ascii", "strict").decode() if path.isascii() else _bad(url))


def resolve(host: str, port: int) -> str:
    """The one address that a connection is then made to; raises `AddressRefused` if any of the name's is near.

    Whoever calls it must connect to what is returned and not look the name up again: the answer may change between
    two questions (DNS rebinding). Raises ``OSError`` for a name that is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not is_public(address) and not (_may_loop_back() and ipaddress.ip_address(address).is_loopback):
            raise AddressRefused(host, address)
    if not addresses:
        raise OSError(f"{host} has no address")
    return addresses[0]


def is_public(text: str) -> bool:
    """Whether an address belongs to the public internet, also when it is another in disguise."""
    try:
        address: IP = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return _plain(address).is_global and not _plain(address).is_multicast and not _plain(address).is_reserved


def _plain(address: IP) -> IP:
    """The IPv4 address inside an IPv6 one: mapped, 6to4, Teredo or NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    if inner is None and address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address


def _require_public_name(host: str) -> None:
    if _is_near(host) and not _may_loop_back():
        raise AddressRefused(host, host)
    if _is_address(host) and not is_public(host) and not _may_loop_back():
        raise AddressRefused(host, host)
    if "." not in host and ":" not in host and not _may_loop_back():
        raise AddressRefused(host, host)


def _is_address(host: str) -> bool:
    try:
        socket.inet_aton(host)  # also 127.1, 0x7f000001 and 2130706433, which connect to what they mean
        return True
    except OSError:
        return ":" in host


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith(_LOCAL_NAMES):
        return True
    try:
        return ipaddress.ip_address(socket.inet_ntoa(socket.inet_aton(host))).is_loopback
    except OSError:
        return host == "::1"


def _may_loop_back() -> bool:
    """Only tests have a receiver on this machine."""
    return bool(settings.WEBHOOKS_MAY_LOOP_BACK)


def _bad(url: str) -> str:
    raise BadTarget(url)
