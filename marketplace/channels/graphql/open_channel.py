"""The open channel of a slug, which most fields of a page begin with."""

from typing import Any

from marketplace.channels.models import Channel
from marketplace.written_once import WrittenOnce

_OPEN = WrittenOnce(lambda slug: Channel.objects.active().filter(slug=slug))


def open_channel(info: Any, slug: str) -> Channel | None:
    """Read once per request; ``None`` if there is none, or it is closed."""
    memo: dict[str, Channel | None] = info.context.cache.setdefault("channels.open", {})
    if slug not in memo:
        memo[slug] = next(iter(_OPEN(slug=slug[:40])), None)
    return memo[slug]
