"""A run: visitors, faults among them, and the count at the end."""

import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.load.book import Book, Told
from tests.load.crowd import crowd_of
from tests.load.faults.fault import Fault
from tests.load.invariants.table import invariants
from tests.load.settle import Settled, settle
from tests.load.stage.stage import Stage
from tests.load.traffic.couriers import Courier
from tests.load.traffic.trade import Crowd
from tests.load.world import World

AFTERWARDS = 5.0
"""Seconds after a fault in which answers are still counted to it."""


@dataclass
class Seen:
    """One fault, and what visitors were told while it lasted."""

    name: str
    expected: str
    done: str
    at: float
    """Seconds since the beginning."""
    told: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    """By which people were asked to come again."""
    settled: Settled | None = None


@dataclass
class Trial:
    world: World
    stage: Stage
    chance: random.Random
    patience: float
    """Seconds for everything to calm down in."""
    book: Book = field(default_factory=Book)
    seen: list[Seen] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def visitors(self) -> Iterator[Crowd]:
        crowd = crowd_of(self.world, self.stage, self.book, self.chance)
        crowd.start()
        try:
            yield crowd
        finally:
            crowd.stop()
            self._empty_the_post()
            self.failures += crowd.failures

    def strike(self, kind: type[Fault]) -> Seen:
        fault = kind(self.stage, self.chance)
        at = time.monotonic() - self.started
        if reason := fault.can_strike():
            seen = Seen(fault.name, fault.expected, f"not done: {reason}", at)
        else:
            before, words = Counter(self.book.told), Counter(self.book.later)
            done = self._happen(fault)
            self.over.wait(AFTERWARDS)
            told = Counter(self.book.told) - before
            by_kind: Counter[str] = Counter()
            for (_who, kind_of_answer), number in told.items():
                by_kind[kind_of_answer.value] += number
            seen = Seen(fault.name, fault.expected, done, at, by_kind, list(Counter(self.book.later) - words))
        self.seen.append(seen)
        say(f"{at:6.0f} s  {seen.name}: {seen.done}; {dict(seen.told)} {seen.words[:2]}")
        return seen

    def _happen(self, fault: Fault) -> str:
        """A fault that cannot be done ends no run: it stands among the surprises."""
        try:
            return fault.happen(self.over)
        except Exception as failure:
            self.failures.append(f"{fault.name}: {type(failure).__name__}: {failure}")
            return f"failed to strike: {type(failure).__name__}"

    def settle(self) -> Settled:
        checks = invariants(self.world, self.stage.peers, self.book, with_index=self.stage.search is not None)
        settled = settle(checks, patience=self.patience)
        say(f"          settled after {settled.seconds:.0f} s: {settled.broken or 'everything holds'}")
        return settled

    def _empty_the_post(self) -> None:
        """Stripe goes on sending what nobody took, after the last visitor has gone."""
        courier = Courier(self.world, self.stage.sites, self.book, self.chance)
        courier.webhooks = self.stage.peers.stripe.webhooks
        for _ in range(60):
            courier.round()
            if not courier.webhooks.waiting:
                return
            time.sleep(1)


def run_mixed(trial: Trial, kinds: Sequence[type[Fault]], *, minutes: float, every: float) -> Settled:
    """Visitors for so long, and faults in an order that nobody chose, each before any comes again."""
    until = time.monotonic() + 60 * minutes
    with trial.visitors():
        deck: list[type[Fault]] = []
        while time.monotonic() < until:
            trial.over.wait(min(trial.chance.expovariate(1 / every), max(until - time.monotonic(), 0)))
            if not deck:
                deck = trial.chance.sample(list(kinds), len(kinds))
            if kinds and time.monotonic() < until:
                trial.strike(deck.pop())
    return trial.settle()


def run_one_by_one(
    trial: Trial, kinds: Sequence[type[Fault]], *, calm: float, note: Callable[[Settled], object]
) -> Settled:
    """Each among visitors, and the count after each; ``note`` hears of every count: a run cut short leaves that."""
    for kind in kinds:
        with trial.visitors():
            trial.over.wait(calm)
            seen = trial.strike(kind)
            trial.over.wait(calm / 2)
        seen.settled = trial.settle()
        note(seen.settled)
    return trial.settle()


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def bare_answers(book: Book) -> int:
    return book.count(Told.BARE)
