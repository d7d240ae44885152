"""Lighthouse, as for a telephone."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys.browser import CHROMIUM, FLAGS

PROGRAM = Path(__file__).with_name("lighthouse.mjs")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LOWEST = 95
TIMES = 3
"""Tries before a page is called slow: what else a machine does only lowers a score."""
LONGEST_LINE = 1 << 20

Scores = dict[str, int]


@dataclass(frozen=True, slots=True)
class Seen:
    scores: Scores
    """0 to 100 of each category, the best of its tries."""
    listed: bool
    """Whether search engines may come. Where they may not, that is not counted against the page."""


class NoScore(Exception):
    """Lighthouse could not look at a page, with its reason."""


class Lighthouse:
    """One program that looks at one page after the other; whole reports lie in a folder, by name."""

    def __init__(self, process: Process, reports: Path) -> None:
        self._process, self._reports = process, reports

    async def look(self, name: str, url: str, cookies: dict[str, str]) -> Seen:
        """Raises `NoScore` when none of the tries came to an end."""
        seen: Seen | None = None
        reason = ""
        for _ in range(TIMES):
            answer = await self._ask(name, url, cookies)
            if "error" in answer:
                reason = answer["error"]
                continue
            tried = dict(zip(CATEGORIES, answer["scores"], strict=True))
            best = tried if seen is None else {name: max(had, tried[name]) for name, had in seen.scores.items()}
            seen = Seen(best, answer["listed"])
            if min(best.values()) >= LOWEST:
                break
        if seen is None:
            raise NoScore(reason)
        return seen

    async def _ask(self, name: str, url: str, cookies: dict[str, str]) -> dict[str, Any]:
        assert self._process.stdin and self._process.stdout
        asked = {"url": url, "cookies": cookies, "into": str(self._reports / f"{name}.json")}
        self._process.stdin.write(f"{json.dumps(asked)}\n".encode())
        await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line:
            raise SystemExit("Lighthouse has ended; what it said stands above.")
        answer: dict[str, Any] = json.loads(line)
        return answer


@asynccontextmanager
async def lighthouse(reports: Path) -> AsyncIterator[Lighthouse]:
    reports.mkdir(parents=True, exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        "node", str(PROGRAM), CHROMIUM or "", "--headless=new", *FLAGS, stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE
    )
    try:
        yield Lighthouse(process, reports)
    finally:
        assert process.stdin
        process.stdin.close()
        await process.wait()
