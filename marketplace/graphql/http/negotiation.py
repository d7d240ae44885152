"""Which media type the caller takes: RFC 9110 section 12.5.1, GraphQL over HTTP sections 4 and 6."""

import re
from collections.abc import Sequence

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*(?:;(.*))?", re.ASCII)
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.ASCII | re.IGNORECASE)
_CHARSET = re.compile(r"\s*charset\s*=\s*\"?([\w-]+)\"?\s*", re.ASCII | re.IGNORECASE)
LONGEST_ACCEPT = 2_000


def negotiate(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered type with the highest quality, of equals the one offered first; ``None`` when none is acceptable.

    The most specific range decides about a type. A missing header accepts everything.
    """
    if not accept or not accept.strip():
        return offered[0]
    if len(accept) > LONGEST_ACCEPT:
        return None
    ranges = [found for part in accept.split(",") if (found := _parse(part)) is not None]
    qualities = [(_quality(ranges, offer), -position, offer) for position, offer in enumerate(offered)]
    quality, _position, best = max(qualities)
    return best if quality > 0 else None


def _parse(part: str) -> tuple[str, str, float] | None:
    match = _RANGE.fullmatch(part)
    if match is None:
        return None
    quality = 1.0
    for parameter in (match[3] or "").split(";"):
        if found := _QUALITY.fullmatch(parameter):
            quality = float(found[1])
        elif (charset := _CHARSET.fullmatch(parameter)) and charset[1].lower() not in {"utf-8", "utf8"}:
            return None  # answers are UTF-8 and nothing else
    return match[1].lower(), match[2].lower(), quality


def _quality(ranges: Sequence[tuple[str, str, float]], offer: str) -> float:
    kind, _slash, name = offer.partition("/")
    best, specificity = 0.0, -1
    for range_kind, range_name, quality in ranges:
        if range_kind not in {kind, "*"} or range_name not in {name, "*"}:
            continue
        exactness = (range_kind != "*") + (range_name != "*")
        if exactness > specificity:
            best, specificity = quality, exactness
    return best
