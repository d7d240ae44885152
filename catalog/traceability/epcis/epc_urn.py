"""``epc_urn``: the EPC URN of a canonical Digital Link, where the length of its company prefix is known.

The other way around is ``canonical_uri``. A Digital Link does not tell where the prefix of its company ends, so nobody
can write its URN without knowing that (EPC Tag Data Standard 2.0, 6.3).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from urllib.parse import quote, unquote

from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri

Parts = dict[str, str]
_PURE, _CLASS = "urn:epc:id:", "urn:epc:class:"


def epc_urn(uri: str, prefixes: Collection[str]) -> str | None:
    """Nothing where none of the known prefixes is that of the identifier, or it has no URN."""
    parts = _parts(uri)
    make = _MAKERS.get(next(iter(parts), ""))
    if make is None:
        return None
    for prefix in sorted(prefixes, key=len, reverse=True):
        urn = make(parts, prefix)
        if urn and canonical_uri(urn) == uri:
            return urn
    return None


def key_of(uri: str) -> tuple[str, str] | None:
    """Application identifier and value of the key of a canonical Digital Link."""
    parts = _parts(uri)
    return next(iter(parts.items()), None)


def _parts(uri: str) -> Parts:
    if not uri.startswith(f"{CANONICAL}/"):
        return {}
    pieces = [unquote(piece) for piece in uri.removeprefix(f"{CANONICAL}/").split("/")]
    return dict(zip(pieces[::2], pieces[1::2], strict=True)) if len(pieces) % 2 == 0 else {}


def _after(prefix: str, body: str) -> str | None:
    return body.removeprefix(prefix) if body.startswith(prefix) else None


def _led(prefix: str, value: str) -> str | None:
    """``prefix.reference`` of a number with one digit before the prefix and a check digit at the end."""
    rest = _after(prefix, value[1:-1])
    return None if rest is None else f"{prefix}.{value[0]}{rest}"


def _plain(prefix: str, value: str) -> str | None:
    """… of a number that begins with the prefix and ends with a check digit."""
    rest = _after(prefix, value[:-1])
    return None if rest is None else f"{prefix}.{rest}"


def _gtin(parts: Parts, prefix: str) -> str | None:
    item = _led(prefix, parts["01"])
    if item is None:
        return None
    for ai, scheme in (("21", f"{_PURE}sgtin:"), ("10", f"{_CLASS}lgtin:"), ("235", f"{_PURE}upui:")):
        if ai in parts:
            return f"{scheme}{item}.{_quoted(parts[ai])}"
    return f"urn:epc:idpat:sgtin:{item}.*"


def _sscc(parts: Parts, prefix: str) -> str | None:
    item = _led(prefix, parts["00"])
    return item and f"{_PURE}sscc:{item}"


def _gln(parts: Parts, prefix: str) -> str | None:
    place = _plain(prefix, parts["414"])
    return place and f"{_PURE}sgln:{place}.{_quoted(parts.get('254', '0'))}"


def _grai(parts: Parts, prefix: str) -> str | None:
    value = parts["8003"]
    asset = _plain(prefix, value[1:14])
    if asset is None:
        return None
    return f"{_PURE}grai:{asset}.{_quoted(value[14:])}" if value[14:] else f"urn:epc:idpat:grai:{asset}.*"


def _with_serial(ai: str, scheme: str) -> Callable[[Parts, str], str | None]:
    def make(parts: Parts, prefix: str) -> str | None:
        value = parts[ai]
        document = _plain(prefix, value[:13])
        if document is None:
            return None
        return f"{_PURE}{scheme}:{document}.{_quoted(value[13:])}" if value[13:] else None

    return make


def _checked(ai: str, scheme: str) -> Callable[[Parts, str], str | None]:
    def make(parts: Parts, prefix: str) -> str | None:
        reference = _plain(prefix, parts[ai])
        return reference and f"{_PURE}{scheme}:{reference}"

    return make


def _joined(ai: str, scheme: str) -> Callable[[Parts, str], str | None]:
    def make(parts: Parts, prefix: str) -> str | None:
        reference = _after(prefix, parts[ai])
        return reference and f"{_PURE}{scheme}:{prefix}.{_quoted(reference)}"

    return make


def _quoted(value: str) -> str:
    return quote(value, safe="!'()*+,-.:;=_")


_MAKERS: dict[str, Callable[[Parts, str], str | None]] = {
    "00": _sscc, "01": _gtin, "414": _gln, "417": _checked("417", "pgln"), "8003": _grai,
    "253": _with_serial("253", "gdti"), "255": _with_serial("255", "sgcn"), "8004": _joined("8004", "giai"),
    "401": _joined("401", "ginc"), "402": _checked("402", "gsin"), "8018": _checked("8018", "gsrn"),
    "8017": _checked("8017", "gsrnp"),
}  # fmt: skip
