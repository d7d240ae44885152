"""What a whole audit found, and what of it is not as it has to be."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.pages.walk import Place
from tests.web_audit.axe import Finding
from tests.web_audit.lighthouse import LOWEST, Scores
from tests.web_audit.speed import Speed

HTML = 30_000
WHOLE = 250_000
PAINT_MS = 1200
SHIFT = 0.01
ANSWER_MS = 100
LISTED = {"home", "products", "product", "category", "categories", "seller", "sellers", "fairs", "fair"}
"""What has to be found by search engines."""


@dataclass(slots=True)
class Outcome:
    places: dict[str, Place] = field(default_factory=dict)
    again: list[str] | None = None
    """Where an earlier whole run had found something, if this one looks there only: the others stand as they were."""
    missing: list[str] = field(default_factory=list)
    """Kinds of page that nobody could be shown."""
    broken: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    html_bytes: dict[str, int] = field(default_factory=dict)
    """The heavier of its languages, compressed."""
    scores: dict[str, Scores] = field(default_factory=dict)
    unlisted: list[str] = field(default_factory=list)
    """Pages that ask search engines to stay away, which is not counted against them."""
    speeds: dict[str, Speed] = field(default_factory=dict)
    answers: dict[tuple[str, str], float] = field(default_factory=dict)
    """Page and gesture to milliseconds."""

    def go_on(self, earlier: dict[str, Any], *, among: Collection[str]) -> None:
        """What an earlier run saw and had no fault to find with counts for this one."""
        self.again = sorted({one["page"] for one in earlier["findings"]} | among - earlier["html_bytes"].keys())
        self.html_bytes = earlier["html_bytes"]
        self.speeds = {name: Speed(**row) for name, row in earlier["speeds"].items() if not [*_slow(Speed(**row))]}
        self.scores = {name: had for name, had in earlier["scores"].items() if min(had.values()) >= LOWEST}
        self.unlisted = [name for name in earlier["unlisted"] if name in self.scores]
        for key, took in earlier["answers"].items():
            page, _, gesture = key.partition(": ")
            if page in self.speeds:
                self.answers[page, gesture] = took

    def looked_at(self) -> list[Place]:
        return [place for name, place in self.places.items() if self.again is None or name in self.again]

    def wrong(self) -> Iterator[str]:
        """A line for each thing that fails the audit."""
        yield from (f"{name} asks search engines to stay away" for name in self.unlisted if name in LISTED)
        yield from (f"{name} was not reached" for name in self.missing)
        yield from self.broken
        yield from map(str, self.findings)
        for page, scores in self.scores.items():
            yield from (f"{page}: Lighthouse {name} {had} < {LOWEST}" for name, had in scores.items() if had < LOWEST)
        for page, speed in self.speeds.items():
            yield from (f"{page}: {fault}" for fault in _slow(speed))
        for (page, gesture), took in self.answers.items():
            if took >= ANSWER_MS:
                yield f"{page}: {took:.0f} ms to {gesture}"


def _slow(speed: Speed) -> Iterator[str]:
    if speed.html_bytes >= HTML:
        yield f"{speed.html_bytes} bytes of HTML"
    if speed.whole_bytes >= WHOLE:
        yield f"{speed.whole_bytes} bytes in all"
    if speed.paint_ms >= PAINT_MS:
        yield f"the largest paint after {speed.paint_ms:.0f} ms"
    if speed.shift >= SHIFT:
        yield f"things shift by {speed.shift}"
