"""``links_of``: the links of one level, the seller's and our own."""

from __future__ import annotations

from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.links.level import Level
from catalog.traceability.links.link import Link
from catalog.traceability.links.providers.table import PROVIDERS
from catalog.traceability.links.target import DigitalLinkTarget

DEFAULT_TYPES = ("pip", "traceability")
"""What a code leads to unless its seller says otherwise: a product's page, the way of a lot or a piece."""


def links_of(level: Level, language: str, *, link_type: str | None = None) -> list[Link]:
    """All links of the level or those of a type, the seller's first. Exactly one is the default, where any can be.

    A seller's links are served while the seller is approved and speaks for the thing; our own follow the catalogue:
    a product's page while it is published, the way of goods for ever.
    """
    own = _sellers(level)
    has_default = any(link.is_default for link in own)
    chosen = [link for link in own if link_type in (None, link.link_type)]
    return chosen + [_plain(link) if has_default else link for link in _provided(level, language, link_type)]


def default_of(level: Level, language: str) -> tuple[Link, list[Link]] | None:
    """The seller's default, or else ours; with the links of its type that are the same hand's, which may fit better."""
    own = _sellers(level)
    default = next((link for link in own if link.is_default), None)
    if default is not None:
        return default, [link for link in own if link.link_type == default.link_type]
    for link_type in DEFAULT_TYPES:
        provided = _provided(level, language, link_type)
        default = next((link for link in provided if link.is_default), None)
        if default is not None:
            return default, provided
    return None


def _provided(level: Level, language: str, link_type: str | None) -> list[Link]:
    """A second product or lot of the same number has no default of its own."""
    found: list[Link] = []
    for provided, provider in PROVIDERS:
        if link_type in (None, provided):
            for link in provider(level, language):
                taken = link.is_default and any(other.is_default for other in found)
                found.append(_plain(link) if taken else link)
    return found


def _sellers(level: Level) -> list[Link]:
    rows = list(DigitalLinkTarget.objects.in_use().filter(path__in=level.paths))
    speaker = seller_speaking_for(level.uri) if rows else None
    if speaker is None or not speaker.is_approved:
        return []
    return [link_of_target(row) for row in rows if row.seller_id == speaker.pk]


def link_of_target(row: DigitalLinkTarget) -> Link:
    return Link(
        row.link_type,
        row.href,
        row.title,
        tuple(row.languages),
        row.media_type,
        (row.context,) if row.context else (),
        is_default=row.is_default,
    )


def _plain(link: Link) -> Link:
    return Link(link.link_type, link.href, link.title, link.languages, link.media_type, link.context)
