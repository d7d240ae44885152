"""The whole audit in one browser: axe everywhere, then the busiest pages one after the other with nothing beside."""

from collections.abc import Iterable
from pathlib import Path

from playwright.async_api import async_playwright

from tests.journeys.browser import CHROMIUM, FLAGS
from tests.web_audit import lighthouse
from tests.web_audit.interaction import GESTURES, answer_ms
from tests.web_audit.outcome import Outcome
from tests.web_audit.speed import speed
from tests.web_audit.walk import Say, walk

BUSIEST = ("home", "products", "product", "trace")
LANGUAGE = "en"


async def audit(
    site: str, outcome: Outcome, measured: Iterable[str], *, folder: Path, say: Say, quick: bool = False
) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        await walk(browser, site, outcome.looked_at(), outcome, quick=quick, say=say)
        say(f"axe: {len(outcome.findings)} findings")
        for name in measured:
            url = site + outcome.places[name].read_in(LANGUAGE)
            outcome.speeds[name] = await speed(browser, url)
            outcome.scores[name] = await lighthouse.score(name, url, into=folder / f"{name}.json")
            say(f"{name}: {outcome.scores[name]} {outcome.speeds[name]}")
            for gesture in (one for one in GESTURES if one.page == name):
                outcome.answers[name, gesture.name] = await answer_ms(browser, url, gesture)
                say(f"{name}: {outcome.answers[name, gesture.name]:.0f} ms to {gesture.name}")
        await browser.close()
