"""Which firms of two lists may be the same though they are written differently; people decide.

1. Every name is brought to its sound (`spelling`).
2. Names are filed under their runs of three letters. Only names that share one of the six rarest runs of a name are
   compared with it, and a run that very many names have files nobody: so a list twice as long takes about twice the
   time, not four times.
3. Two names at least 0.86 alike are told, the likeliest first, at most three.

``CÔNG TY TNHH MỘC AN NHIÊN`` and ``Moc An Nhien Furniture Co., Ltd`` are 1.0 alike; ``Voorbeeld Meubelen B.V.`` and
``Voorbeeld Meubels`` share ``eub`` among others, and are 0.91 alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from marketplace.expo.imports.spelling import Spelling, likeness, spelling

LEAST = 0.86
MOST = 3
_RUN = 3
_RAREST = 6
_COMMON = 120
Who = TypeVar("Who")


class SimilarNames(Generic[Who]):
    """Firms by how they sound. Asked about many names, told about new ones as it goes."""

    def __init__(self) -> None:
        self._filed: dict[str, list[int]] = defaultdict(list)
        self._firms: list[tuple[Who, Spelling]] = []

    def add(self, who: Who, name: str) -> None:
        spelt = spelling(name)
        for run in _runs(spelt.core):
            self._filed[run].append(len(self._firms))
        self._firms.append((who, spelt))

    def like(self, name: str) -> list[tuple[Who, float]]:
        """The firms that the name may be, with their likeness."""
        spelt = spelling(name)
        found = [(self._firms[place][0], alike) for place, alike in self._compared(spelt) if alike >= LEAST]
        return sorted(found, key=lambda each: -each[1])[:MOST]

    def _compared(self, spelt: Spelling) -> Iterator[tuple[int, float]]:
        for place in sorted(self._near(spelt)):
            other = self._firms[place][1]
            if fuzz.ratio(spelt.core, other.core, score_cutoff=LEAST * 100):
                yield place, likeness(spelt, other)

    def _near(self, spelt: Spelling) -> set[int]:
        filed = [self._filed[run] for run in _runs(spelt.core) if run in self._filed]
        rarest = sorted(filed, key=len)[:_RAREST]
        return {place for places in rarest if len(places) <= _COMMON for place in places}


def _runs(core: str) -> Iterable[str]:
    return {core[place : place + _RUN] for place in range(max(len(core) - _RUN + 1, 1))}
