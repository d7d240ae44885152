"""``links_of``: the links of one level, the seller's and our own."""

from __future__ import annotations

from dataclasses import replace

from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.links.level import Level
from catalog.traceability.links.link import Link
from catalog.traceability.links.providers.table import PROVIDERS
from catalog.traceability.links.target import DigitalLinkTarget

RECALL = "recallStatus"
DEFAULT_TYPES = ("pip", "traceability")
"""What a code leads to unless its seller says otherwise: a product's page, the way of a lot or a piece."""


def links_of(level: Level, language: str, *, link_type: str | None = None) -> list[Link]:
    """All links of the level or those of a type, the seller's first; of all of them at most one is the default.

    A seller's links are served while the seller is approved and speaks for the thing; our own follow the catalogue:
    a product's page while it is published, the way of goods for ever.
    """
    own, provided = _sellers(level), _provided(level, language, link_type)
    default = default_of(level, language)
    found = [link for link in own if link_type in (None, link.link_type)] + provided
    return [_marked(link, default[0] if default is not None else None) for link in found]


def default_of(level: Level, language: str) -> tuple[Link, list[Link]] | None:
    """Where the code leads, and the links of the same type and hand, which may fit a reader better.

    1. While the lot is called back, to the notice, whatever its seller has set.
    2. To the seller's default.
    3. To ours.
    """
    own = _sellers(level)
    chosen = next((link for link in own if link.is_default), None)
    for link_type in (RECALL, *DEFAULT_TYPES):
        if chosen is not None and link_type != RECALL:
            return chosen, [link for link in own if link.link_type == chosen.link_type]
        provided = _provided(level, language, link_type)
        default = next((link for link in provided if link.is_default), None)
        if default is not None:
            return default, provided
    return None


def _provided(level: Level, language: str, link_type: str | None) -> list[Link]:
    return [
        link for provided, provider in PROVIDERS if link_type in (None, provided) for link in provider(level, language)
    ]


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


def _marked(link: Link, default: Link | None) -> Link:
    return replace(link, is_default=link == default)
