"""Identifiers in EPCIS events: EPC URNs and Digital Links of any domain become one canonical form.

The canonical form is the Digital Link under ``https://id.gs1.org`` of the finest granularity, without attributes
(GS1 Digital Link Standard: URI Syntax, 4.12; EPC Tag Data Standard, section 6 for the URNs):
``urn:epc:id:sgtin:4012345.011111.9876`` is ``https://id.gs1.org/01/04012345111118/21/9876``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, unquote

from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.gs1.digital_link import DigitalLink, digital_link, read_digital_link
from catalog.traceability.gs1.problem import BadGS1

CANONICAL = "https://id.gs1.org"
_URN = re.compile(r"urn:epc:(?P<kind>id|class|idpat):(?P<scheme>[a-z]+):(?P<parts>.+)", re.DOTALL)
_GTIN_DIGITS, _KEY_DIGITS = 13, 12
_CLASS_KEYS = {"01": "21", "8006": "21", "253": "", "8003": "", "255": "", "8010": "8011"}
"""Keys that name a class until the qualifier, or the serial part, is there."""

_FINEST = {"01": ("21", "235", "10"), "8006": ("21", "10"), "414": ("254",), "8010": ("8011",)}
_WORDS = {
    "gtin": "01", "itip": "8006", "cpid": "8010", "gln": "414", "party": "417", "gsrnp": "8017", "gsrn": "8018",
    "gcn": "255", "sscc": "00", "gdti": "253", "ginc": "401", "gsin": "402", "grai": "8003", "giai": "8004",
    "cpv": "22", "lot": "10", "ser": "21", "cpsn": "8011", "glnx": "254",
}  # fmt: skip
_UNQUOTED = "-._~'"
"""An apostrophe stays as it is in canonical identifiers: event hashes are computed over it."""

Elements = list[tuple[str, str]]


@lru_cache(maxsize=8192)
def canonical_uri(text: str) -> str:
    """The canonical Digital Link of an EPC URN or of a Digital Link; any other identifier as it came."""
    found = _URN.fullmatch(text)
    if found is not None:
        return _from_urn(found["scheme"], found["parts"]) or text
    if not text.lower().startswith(("http://", "https://")):
        return text
    try:
        return _finest(read_digital_link(_in_digits(text)))
    except BadGS1:
        return text


def _in_digits(uri: str) -> str:
    """With the digits of identifiers for the words that releases before 1.2 of the syntax allowed for them."""
    head, mark, query = uri.partition("?")
    return "/".join(_WORDS.get(segment, segment) for segment in head.split("/")) + mark + query


def _finest(link: DigitalLink) -> str:
    """The key with the one qualifier that tells most: a serial rather than a lot, a lot rather than a kind."""
    given = dict(link.qualifiers)
    finest = next((ai for ai in _FINEST.get(link.key[0], ()) if ai in given), None)
    return _canonical([link.key, *([(finest, given[finest])] if finest else [])])


def _canonical(elements: Elements) -> str:
    return CANONICAL + "".join(f"/{ai}/{quote(value, safe=_UNQUOTED)}" for ai, value in elements)


def is_class_level(uri: str) -> bool:
    """Whether a canonical identifier names a kind or a lot of things and no single one."""
    if not uri.startswith(f"{CANONICAL}/"):
        return ":class:" in uri or ":idpat:" in uri
    path = uri.removeprefix(CANONICAL).split("/")[1:]
    key, qualifiers = path[0], path[2::2]
    if key not in _CLASS_KEYS:
        return False
    serial = _CLASS_KEYS[key]
    if serial:
        return serial not in qualifiers and "235" not in qualifiers
    return len(unquote(path[1])) <= (14 if key == "8003" else 13)


def _from_urn(scheme: str, parts: str) -> str:
    """Empty where the URN is not well formed, or its scheme has no GS1 key."""
    make = _SCHEMES.get(scheme)
    if make is None:
        return ""
    try:
        elements = make(*(unquote(part) for part in parts.split(".")))
        given = [element for element in elements if element[1] not in ("", "*")]
        digital_link(CANONICAL, given)
        return _canonical(given)
    except (TypeError, BadGS1):
        return ""


def _keyed(body: str) -> str:
    return body + check_digit(body) if body.isdecimal() and body.isascii() else body


def _gtin(prefix: str, item: str) -> str:
    """The indicator digit stands first in the item reference and first in the GTIN."""
    return _keyed((item[:1] + prefix + item[1:]).zfill(_GTIN_DIGITS))


def _gln(prefix: str, location: str) -> str:
    return _keyed((prefix + location).zfill(_KEY_DIGITS))


def _sgtin(prefix: str, item: str, serial: str = "*") -> Elements:
    return [("01", _gtin(prefix, item)), ("21", serial)]


def _lgtin(prefix: str, item: str, lot: str) -> Elements:
    return [("01", _gtin(prefix, item)), ("10", lot)]


def _upui(prefix: str, item: str, extension: str) -> Elements:
    return [("01", _gtin(prefix, item)), ("235", extension)]


def _itip(prefix: str, item: str, piece: str, total: str, serial: str = "*") -> Elements:
    return [("8006", _gtin(prefix, item) + piece + total), ("21", serial)]


def _sscc(prefix: str, reference: str) -> Elements:
    return [("00", _keyed(reference[:1] + prefix + reference[1:]))]


def _sgln(prefix: str, location: str, extension: str = "0") -> Elements:
    """Extension 0 stands for none."""
    return [("414", _gln(prefix, location)), ("254", "" if extension == "0" else extension)]


def _pgln(prefix: str, party: str) -> Elements:
    return [("417", _gln(prefix, party))]


def _grai(prefix: str, asset: str, serial: str = "*") -> Elements:
    return [("8003", "0" + _gln(prefix, asset) + ("" if serial == "*" else serial))]


def _gdti(prefix: str, document: str, serial: str = "*") -> Elements:
    return [("253", _gln(prefix, document) + ("" if serial == "*" else serial))]


def _sgcn(prefix: str, coupon: str, serial: str = "*") -> Elements:
    return [("255", _gln(prefix, coupon) + ("" if serial == "*" else serial))]


def _cpi(prefix: str, part: str, serial: str = "*") -> Elements:
    return [("8010", prefix + part), ("8011", serial)]


def _joined(ai: str) -> Callable[[str, str], Elements]:
    return lambda prefix, reference: [(ai, prefix + reference)]


def _checked(ai: str, width: int) -> Callable[[str, str], Elements]:
    return lambda prefix, reference: [(ai, _keyed((prefix + reference).zfill(width)))]


_SCHEMES: dict[str, Callable[..., Elements]] = {
    "sgtin": _sgtin, "lgtin": _lgtin, "upui": _upui, "itip": _itip, "sscc": _sscc, "sgln": _sgln, "pgln": _pgln,
    "grai": _grai, "gdti": _gdti, "sgcn": _sgcn, "cpi": _cpi, "giai": _joined("8004"), "ginc": _joined("401"),
    "gsrn": _checked("8018", 17), "gsrnp": _checked("8017", 17), "gsin": _checked("402", 16),
}  # fmt: skip
