"""``check_href``: where a seller's link may lead.

A resolver redirects to other sites: that is what it is for. What it must not do is help somebody to deceive: an address
is https, shows the host it leads to, has no user before it, no port of a service, and stands for a name that the public
internet knows.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

LONGEST = 500
_SIGNS = re.compile(r"[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+", re.ASCII)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.ASCII)
_NEAR = frozenset(("localhost", "local", "internal", "lan", "intranet", "corp", "test", "invalid"))


class BadHref(ValueError):
    """The address is none that a link may have."""

    def __init__(self, href: str) -> None:
        super().__init__(f"{href[:80]!r} is no address for a link")
        self.href = href


def check_href(text: str) -> str:
    """The address, its host in small letters and as ASCII; raises `BadHref`."""
    href = text.strip()
    if len(href) > LONGEST or not href.lower().startswith("https://"):
        raise BadHref(text)
    scheme, _, rest = href.partition("://")
    host, rest = _cut(rest)
    href = f"{scheme.lower()}://{_ascii(host, text)}{rest}"
    if len(href) > LONGEST or not _SIGNS.fullmatch(href) or _BAD_PERCENT.search(href):
        raise BadHref(text)
    return href


def host_of(href: str) -> str:
    """What a person is shown beside the link."""
    return urlsplit(href).hostname or ""


def _cut(rest: str) -> tuple[str, str]:
    at = min((place for sign in "/?#" if (place := rest.find(sign)) >= 0), default=len(rest))
    return rest[:at], rest[at:]


def _ascii(host: str, whole: str) -> str:
    """A name of at least two labels, the last of letters; no number, no user, no port."""
    try:
        name = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise BadHref(whole) from None
    labels = name.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        raise BadHref(whole)
    if labels[-1] in _NEAR or labels[-1].isdecimal() or _is_number(name):
        raise BadHref(whole)
    return name


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
