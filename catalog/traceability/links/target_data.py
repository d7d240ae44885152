"""What a seller says of a link, and whether it can be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from catalog.traceability.links.check_href import check_href
from catalog.traceability.links.link_types import link_type_named, may_be_set

MOST_LANGUAGES = 10
LONGEST_TITLE = 200
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
MEDIA_TYPES = frozenset(
    (
        "text/html", "text/plain", "text/csv", "text/calendar", "text/vcard", "text/markdown",
        "application/pdf", "application/json", "application/ld+json", "application/linkset+json",
        "application/geo+json", "application/xml", "application/xhtml+xml", "application/epub+zip", "application/zip",
        "application/jose", "application/jwt", "application/vc+ld+json", "application/vc+jwt",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "image/svg+xml",
        "audio/mpeg", "audio/mp4", "video/mp4", "video/webm", "model/gltf+json", "model/gltf-binary",
    )
)  # fmt: skip
"""Registered with IANA: what labels lead to."""
_CONTEXT = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)


class BadTarget(ValueError):
    """``field`` cannot be as it is."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(f"{field}: {value[:80]!r}")
        self.field = field
        self.value = value


@dataclass(frozen=True, slots=True)
class TargetData:
    link_type: str
    """``gs1:instructions``; kept without its prefix."""
    href: str
    title: str
    languages: tuple[str, ...] = ()
    media_type: str = ""
    context: str = ""
    is_default: bool = False
    is_active: bool = True


def checked(data: TargetData) -> TargetData:
    """The same, tidied; raises `BadTarget`, or `BadHref` for the address."""
    link_type = link_type_named(data.link_type)
    if link_type is None or not may_be_set(link_type):
        raise BadTarget("link_type", data.link_type)
    title = " ".join(data.title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise BadTarget("title", title)
    languages = tuple(dict.fromkeys(data.languages))
    if len(languages) > MOST_LANGUAGES or not all(_TAG.fullmatch(tag) for tag in languages):
        raise BadTarget("languages", ", ".join(languages))
    media_type = data.media_type.strip().lower()
    if media_type and media_type not in MEDIA_TYPES:
        raise BadTarget("media_type", media_type)
    context = data.context.strip()
    if context and not _CONTEXT.fullmatch(context):
        raise BadTarget("context", context)
    return replace(
        data,
        link_type=link_type,
        href=check_href(data.href),
        title=title,
        languages=languages,
        media_type=media_type,
        context=context,
    )
