"""The whole audit in one browser: axe everywhere, then the busiest pages one after the other with nothing beside."""

import time
from collections.abc import Iterable
from pathlib import Path

from playwright.async_api import async_playwright

from marketplace.accounts.tokens.access import ACCESS_LIFETIME
from tests.journeys.browser import CHROMIUM, FLAGS
from tests.web_audit.interaction import GESTURES, answer_ms
from tests.web_audit.lighthouse import NoScore, lighthouse
from tests.web_audit.outcome import Outcome
from tests.web_audit.speed import speed
from tests.web_audit.walk import Say, sign_in, walk

BUSIEST = ("home", "products", "product", "trace")
LANGUAGE = "en"


async def audit(
    site: str,
    outcome: Outcome,
    *,
    measured: Iterable[str],
    scored: Iterable[str],
    folder: Path,
    say: Say,
    quick: bool = False,
) -> None:
    """``measured`` are weighed and timed, ``scored`` are shown to Lighthouse: names of pages."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        await walk(browser, site, outcome.looked_at(), sign_in(site), outcome, quick=quick, say=say)
        say(f"axe: {len(outcome.findings)} findings")
        for name in measured:
            url = site + outcome.places[name].read_in(LANGUAGE)
            outcome.speeds[name] = await speed(browser, url)
            say(f"{name}: {outcome.speeds[name]}")
            for gesture in (one for one in GESTURES if one.page == name):
                outcome.answers[name, gesture.name] = await answer_ms(browser, url, gesture)
                say(f"{name}: {outcome.answers[name, gesture.name]:.0f} ms to {gesture.name}")
        await browser.close()
    await _score(site, scored, outcome, folder=folder, say=say)


async def _score(site: str, names: Iterable[str], outcome: Outcome, *, folder: Path, say: Say) -> None:
    """A browser of each look's own has cookies but keeps none: everybody signs in again before they are too old."""
    cookies, signed_in = sign_in(site), time.monotonic()
    async with lighthouse(folder / "lighthouse") as program:
        for name in names:
            place = outcome.places[name]
            if time.monotonic() - signed_in > ACCESS_LIFETIME.total_seconds() / 2:
                cookies, signed_in = sign_in(site), time.monotonic()
            try:
                seen = await program.look(name, site + place.read_in(LANGUAGE), cookies[place.person])
            except NoScore as reason:
                outcome.broken.append(f"{name}: Lighthouse has no score: {reason}")
                continue
            outcome.scores[name] = seen.scores
            if not seen.listed:
                outcome.unlisted.append(name)
            say(f"{name}: {' '.join(map(str, seen.scores.values()))}{'' if seen.listed else ', not listed'}")
