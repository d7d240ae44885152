"""Sources of exchange rates, one folder each: ``<feed>/feed.py`` with ``read(content: bytes)``.

``read`` gives the `PublishedRate` records of a file as the source publishes it, or raises
`BadRateFile` saying what is wrong. The folder's name is the feed's name and the rates' ``source``.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from i18n.rate_feeds.record import PublishedRate

Read = Callable[[bytes], list[PublishedRate]]
FEEDS_DIR = Path(__file__).parent


class UnknownFeed(LookupError):
    """There is no folder for this feed."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is not a rate feed; there are: {', '.join(feeds())}")
        self.name = name


@cache
def feeds() -> Mapping[str, Read]:
    """Every feed's reader by its name."""
    names = sorted(path.parent.name for path in FEEDS_DIR.glob("*/feed.py"))
    return {name: import_module(f"{__name__}.{name}.feed").read for name in names}


def feed(name: str) -> Read:
    """The reader of a feed; raises ``UnknownFeed``."""
    try:
        return feeds()[name]
    except KeyError:
        raise UnknownFeed(name) from None
