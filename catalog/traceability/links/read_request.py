"""``read_request``: the Digital Link that an address of ours says, written out or compressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog.traceability.gs1.application_identifier import application_identifiers
from catalog.traceability.gs1.digital_link import DigitalLink, digital_link, read_digital_link
from catalog.traceability.gs1.message import Element
from catalog.traceability.gs1.problem import BadGS1, Problem
from catalog.traceability.links.compression.bits import BadCompression
from catalog.traceability.links.compression.decompress import decompress

OLD_WORDS = frozenset(
    (
        "sscc", "gtin", "gdti", "gcn", "ginc", "gsin", "gln", "payto", "party", "grai", "giai", "itip", "cpid", "gmn",
        "gsrnp", "gsrn",
    )
)  # fmt: skip
"""What releases before 1.3 of the syntax allowed in the place of identifiers; 1.6 does not."""
_FULLY_COMPRESSED = re.compile(r"/[A-Za-z0-9_-]{10,}")


@dataclass(frozen=True, slots=True)
class Requested:
    link: DigitalLink
    query: str
    """All of it, as it came or as it was before it was compressed; without its question mark."""
    was_compressed: bool


def primary_keys() -> list[str]:
    """The identifiers that may begin an address here: all keys of the dictionary."""
    return sorted(code for code, one in application_identifiers().items() if one.qualifiers is not None)


def read_request(path: str, query: str, *, origin: str) -> Requested:
    """``path`` percent-encoded and below the site's root. Raises `BadGS1` with everything that is wrong.

    A stroke at the end is passed over.
    """
    path = path.removesuffix("/")
    begun = path.removeprefix("/").partition("/")[0]
    if begun in OLD_WORDS:
        raise BadGS1(Problem("OLD_WORD", detail=begun))
    packed = _compressed_part(path)
    if packed is None:
        return Requested(_at_root(f"{origin}{path}{_mark(query)}"), query, was_compressed=False)
    uri = _written_out(path, packed, origin)
    whole = "&".join(filter(None, (uri.partition("?")[2], query)))
    return Requested(_at_root(f"{uri.partition('?')[0]}{_mark(whole)}"), whole, was_compressed=True)


def _at_root(uri: str) -> DigitalLink:
    link = read_digital_link(uri)
    if link.stem:
        raise BadGS1(Problem("NO_KEY", detail=link.stem[:80]))
    return link


def _compressed_part(path: str) -> str | None:
    """The last segment, when it stands alone or after a key whose rest it is."""
    if _FULLY_COMPRESSED.fullmatch(path):
        return path[1:]
    segments = path.split("/")[1:]
    return segments[2] if len(segments) == 3 and segments[0] in primary_keys() else None


def _written_out(path: str, packed: str, origin: str) -> str:
    try:
        elements, others = decompress(packed)
    except BadCompression as bad:
        raise BadGS1(Problem("COMPRESSION", detail=str(bad)[:80])) from bad
    key: list[Element] = []
    if path != f"/{packed}":
        link = _at_root(f"{origin}{path.removesuffix(f'/{packed}')}")
        key = [link.key]
    if len({ai for ai, _value in (*key, *elements)}) != len(key) + len(elements):
        raise BadGS1(Problem("TWICE"))
    uri = digital_link(origin, [*key, *elements])
    kept = "&".join(f"{name}={value}" for name, value in others if value.isalnum())
    return uri + (f"{'&' if '?' in uri else '?'}{kept}" if kept else "")


def _mark(query: str) -> str:
    return f"?{query}" if query else ""
