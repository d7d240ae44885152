"""The answers that a process keeps, found again by what was asked and dropped by what changes."""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from threading import Lock

from marketplace.graphql.kept.watched import Read

REMEMBERED = 5000
"""Changes; an answer that took longer to make than so many others needed to write isn't kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``until``: seconds since 1970, from which on it may be another one although nothing is written."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    reads: frozenset[Read]
    until: float

    @property
    def size(self) -> int:
        """About how many bytes it takes, with what finds it by what it is made of."""
        return len(self.body) + 200 * len(self.reads) + 3000


class Answers:
    """At most about ``size`` bytes; the one not asked for longest goes first. Safe between threads."""

    def __init__(self, size: int) -> None:
        self._size, self._used = size, 0
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._made_of: dict[Read, set[Hashable]] = {}
        self._changes: deque[Read] = deque(maxlen=REMEMBERED)
        self._number = 0
        """Of the last change."""
        self._lock = Lock()

    @property
    def number(self) -> int:
        return self._number

    def get(self, key: Hashable, now: float) -> Answer | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            if now >= found.until:
                self._drop(key)
                return None
            self._kept.move_to_end(key)
            return found

    def put(self, key: Hashable, answer: Answer, *, since: int) -> bool:
        """Keep an answer that was made after change number ``since``; not if any since then concerns it."""
        with self._lock:
            missed = self._number - since
            if missed > len(self._changes) or answer.size > self._size:
                return False
            if any(self._concerns(self._changes[-place], answer.reads) for place in range(1, missed + 1)):
                return False
            self._drop(key)
            self._kept[key] = answer
            self._used += answer.size
            for read in answer.reads:
                self._made_of.setdefault(read, set()).add(key)
            while self._used > self._size:
                self._drop(next(iter(self._kept)))
            return True

    def tell(self, changes: Iterable[Read] | None) -> None:
        """Drop what is made of rows that changed; everything, where nobody knows what did."""
        with self._lock:
            if changes is None:
                self._clear()
                return
            for source, key in changes:
                self._number += 1
                self._changes.append((source, key))
                for read in self._reads_of(source, key):
                    for one in list(self._made_of.get(read, ())):
                        self._drop(one)

    def _reads_of(self, source: str, key: str | None) -> list[Read]:
        if key is not None:
            return [(source, None), (source, key)]
        return [read for read in self._made_of if read[0] == source]

    def _concerns(self, change: Read, reads: frozenset[Read]) -> bool:
        source, key = change
        if key is not None:
            return (source, None) in reads or change in reads
        return any(read[0] == source for read in reads)

    def _clear(self) -> None:
        self._kept.clear()
        self._made_of.clear()
        self._changes.clear()
        self._used = 0
        self._number += REMEMBERED + 1  # what is being made now is not kept

    def _drop(self, key: Hashable) -> None:
        answer = self._kept.pop(key, None)
        if answer is None:
            return
        self._used -= answer.size
        for read in answer.reads:
            keys = self._made_of[read]
            keys.discard(key)
            if not keys:
                del self._made_of[read]
