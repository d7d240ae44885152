"""What a buyer may mean who has typed a few letters."""

from datetime import datetime

from catalog.search.autocomplete import autocomplete

MOST = 8


def suggest(*, channel: str, prefix: str, language: str, now: datetime) -> list[str]:
    """Up to eight names in the buyer's language: of categories that begin alike, then of visible products."""
    found = autocomplete(channel=channel, text=prefix, language=language, now=now)
    names = [*(each.name for each in found.categories), *(each.name for each in found.products)]
    return list(dict.fromkeys(names))[:MOST]
