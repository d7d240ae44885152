"""``best_links``: of several links of one type, those that answer a request best.

1. The context that is asked for; else links for every context; else the others.
2. The language that is wanted most; else links that say none; else the others.
3. The media type that is wanted most; a link that says none may be anything, so nothing speaks against it.
4. Of equals the default. What then is left is the reader's choice.

>>> best_links([dutch, english], Asked(languages=(("nl", 1.0), ("en", 0.5))))
[dutch]
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.traceability.links.asked import Asked
from catalog.traceability.links.link import Link

_UNSAID = 0.001
"""A link that does not say its language is better than one in a language that is not read."""


def best_links(links: Sequence[Link], asked: Asked) -> list[Link]:
    """Never empty for what is not empty: a page in another language is better than none."""
    ranks = [_rank(link, asked) for link in links]
    best = [link for link, rank in zip(links, ranks, strict=True) if rank == max(ranks)]
    return list(dict.fromkeys(best))


def is_better(link: Link, than: Link, asked: Asked) -> bool:
    """Whether the request has said something that speaks for the one, whichever is the default."""
    return _rank(link, asked)[:3] > _rank(than, asked)[:3]


def _rank(link: Link, asked: Asked) -> tuple[int, float, float, bool]:
    return _context(link, asked), _language(link, asked), _media(link, asked), link.is_default


def _context(link: Link, asked: Asked) -> int:
    if asked.context and asked.context.lower() in (word.lower() for word in link.context):
        return 2
    return 0 if link.context else 1


def _language(link: Link, asked: Asked) -> float:
    if not link.languages or not asked.languages:
        return _UNSAID
    return max(asked.reads(tag) for tag in link.languages)


def _media(link: Link, asked: Asked) -> float:
    return asked.accepts(link.media_type) if link.media_type else 1.0
