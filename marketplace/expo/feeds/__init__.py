"""Sources of exhibitor lists: one folder each, found by looking. Adding one touches no other folder."""

from functools import cache
from importlib import import_module
from pathlib import Path

from marketplace.expo.feed import Feed


class UnknownFeed(LookupError):
    """There is no folder of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@cache
def feeds() -> dict[str, Feed]:
    """All feeds by the name of their folder, which holds a ``feed.py`` with ``FEED`` in it."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/feed.py"))
    return {name: import_module(f"{__name__}.{name}.feed").FEED for name in folders}


def feed(name: str) -> Feed:
    """One feed; raises `UnknownFeed`."""
    try:
        return feeds()[name]
    except KeyError:
        raise UnknownFeed(name) from None
