"""The figures of a run as a document, ``infra/web-audit.md``."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.journeys.browser import CHROMIUM
from tests.web_audit.axe import EXCEPTIONS
from tests.web_audit.lighthouse import CATEGORIES, LOWEST
from tests.web_audit.outcome import ANSWER_MS, HTML, PAINT_MS, SHIFT, WHOLE, Outcome
from tests.web_audit.speed import LINE, SLOWER
from tests.web_audit.walk import LANGUAGES, NARROW, THEMES

KEPT = Path(__file__).parents[2] / "infra" / "web-audit.md"


def keep(outcome: Outcome, *, command: str, minutes: float, quick: bool) -> None:
    KEPT.write_text("\n".join(_lines(outcome, command, minutes, quick)) + "\n")


def _lines(outcome: Outcome, command: str, minutes: float, quick: bool) -> Iterator[str]:
    yield "# Figures of the pages\n"
    yield f"Written by `{command}` on {datetime.now(UTC):%d %B %Y} in {minutes:.0f} minutes. {_machine()}\n"
    yield (
        f"{len(outcome.places)} kinds of page, in {' and '.join(LANGUAGES)}, in {' and '.join(THEMES)}, and once more "
        f"with all that is folded away opened: **{len(outcome.findings)} findings** of axe-core with all its rules on"
        f"{' (in the second theme those of colours)' if quick else ''}, and of pages wider than a window of "
        f"{' or '.join(map(str, NARROW))} pixels. Kinds not seen: {len(outcome.missing)}.\n"
    )
    if outcome.again is not None:
        yield "It went on from one that had looked at all of them, and looked again where that had found something.\n"
    yield from (f"Not counted: {rule} on {page}, as {why}." for (page, rule), why in EXCEPTIONS.items())
    yield ""
    yield from _speeds(outcome)
    yield from _answers(outcome)
    yield from _kinds(outcome)


def _speeds(outcome: Outcome) -> Iterator[str]:
    yield "## Weight and speed of the busiest\n"
    yield (
        f"Asked for: HTML under {HTML // 1000} kB and the whole page with every picture down to its foot under "
        f"{WHOLE // 1000} kB as they travel; largest paint under {PAINT_MS} ms and nothing shifting (< {SHIFT}) with a "
        f"processor {SLOWER} times slower on a line of {LINE['latency']} ms a request and 8.1 Mbit/s (Chromium's “Fast "
        "4G”), nothing cached. Times are the best of three.\n"
    )
    yield "| Page | HTML | At first | Whole | Paint | Shift |\n|---|--:|--:|--:|--:|--:|"
    for page, speed in outcome.speeds.items():
        weights = [f"{size / 1000:.1f} kB" for size in (speed.html_bytes, speed.first_bytes, speed.whole_bytes)]
        yield f"| {' | '.join([page, *weights, f'{speed.paint_ms:.0f} ms', f'{speed.shift:g}'])} |"
    yield ""


def _answers(outcome: Outcome) -> Iterator[str]:
    yield "## From a press to the next picture\n"
    yield f"Event Timing on the same slow telephone; asked for: under {ANSWER_MS} ms. It tells 16 ms or more.\n"
    yield "| Page | Gesture | Answer |\n|---|---|--:|"
    for (page, gesture), took in outcome.answers.items():
        yield f"| {page} | {gesture} | {took:.0f} ms |"
    yield ""


def _kinds(outcome: Outcome) -> Iterator[str]:
    counted = Counter(finding.page for finding in outcome.findings)
    yield "## Every kind of page\n"
    yield (
        f"Lighthouse as for a telephone, asked for: at least {LOWEST} each. {len(outcome.scores)} kinds of page were "
        "shown to it in English, each as whoever sees it. A star at SEO: the page asks search engines to stay away, as "
        "it is somebody's own, of a letter's link, or a code's for who holds the piece; that (`is-crawlable`) is not "
        "counted.\n"
    )
    if outcome.scores:
        lowest = {name: min(scores[name] for scores in outcome.scores.values()) for name in CATEGORIES}
        yield f"The lowest: {', '.join(f'{_words(name)} {had}' for name, had in lowest.items())}.\n"
    yield f"| Page | Seen by | HTML | axe | {' | '.join(_words(name) for name in CATEGORIES)} |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for name, place in sorted(outcome.places.items()):
        scores = [str(outcome.scores.get(name, {}).get(category, "–")) for category in CATEGORIES]
        star = "*" if name in outcome.unlisted else ""
        weight = f"{outcome.html_bytes.get(name, 0) / 1000:.1f} kB"
        yield f"| {name} | {place.person} | {weight} | {counted[name]} | {' | '.join(scores)}{star} |"


def _words(category: str) -> str:
    return "SEO" if category == "seo" else category.replace("-", " ").capitalize()


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    said = subprocess.run([CHROMIUM or "", "--version"], capture_output=True, text=True, check=False).stdout
    version = next((word for word in said.split() if word[0].isdigit()), "")
    return (
        f"A virtual machine with {os.cpu_count()} processors and {memory:.0f} GB of memory that did other work too; "
        f"Chromium {version}, server and database on the same machine."
    )
