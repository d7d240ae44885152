"""A set of links in the two forms of RFC 9264: JSON, and the text of a ``Link`` header."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from catalog.traceability.links.link import Link
from catalog.traceability.links.link_types import NAMESPACE

DEFAULT, DEFAULT_MULTI = f"{NAMESPACE}defaultLink", f"{NAMESPACE}defaultLinkMulti"
Anchored = tuple[str, Sequence[Link]]
"""A thing's address here, and its links."""


def linkset_json(levels: Sequence[Anchored], described: Mapping[str, str]) -> bytes:
    """``described``: what a thing is called, by its address."""
    sets = [_context_object(anchor, links, described.get(anchor, "")) for anchor, links in levels if links]
    return json.dumps({"linkset": sets}, ensure_ascii=False, indent=1).encode()


def linkset_text(levels: Sequence[Anchored]) -> bytes:
    """Links of a header's form, one a line (``application/linkset``)."""
    lines = [
        f'{header_link(link, relation)}; anchor="{anchor}"'
        for anchor, links in levels
        for relation, link in _related(links)
    ]
    return ",\n".join(lines).encode()


def header_link(link: Link, relation: str) -> str:
    """RFC 8288; a title beyond ASCII in the form of RFC 8187."""
    parts = [f"<{link.href}>", f'rel="{relation}"', _title(link.title)]
    parts += [f'type="{link.media_type}"'] if link.media_type else []
    parts += [f'hreflang="{tag}"' for tag in link.languages]
    return "; ".join(parts)


def _context_object(anchor: str, links: Sequence[Link], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {"anchor": anchor}
    if name:
        found["itemDescription"] = name
    for relation, link in _related(links):
        found.setdefault(relation, []).append(_target(link))
    return found


def _related(links: Sequence[Link]) -> list[tuple[str, Link]]:
    """The default has nothing but address and title, and stands under its own type too, with all there is to say."""
    default = next((link for link in links if link.is_default), None)
    if default is None:
        return [(link.relation, link) for link in links]
    bare = Link(default.link_type, default.href, default.title)
    others = [link for link in links if link.link_type == default.link_type]
    multi = [(DEFAULT_MULTI, link) for link in others] if len(others) > 1 else []
    return [(DEFAULT, bare), *multi, *((link.relation, link) for link in links)]


def _target(link: Link) -> dict[str, Any]:
    found: dict[str, Any] = {"href": link.href, "title": link.title}
    if link.media_type:
        found["type"] = link.media_type
    if link.languages:
        found["hreflang"] = list(link.languages)
    if link.context:
        found["context"] = list(link.context)
    return found


def _title(title: str) -> str:
    if title.isascii() and title.isprintable() and not set(title) & set('"\\'):
        return f'title="{title}"'
    return f"title*=UTF-8''{quote(title, safe='')}"
