"""Opens every kind of page, in both languages and both themes, and has axe look at it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Literal

from playwright.async_api import Browser, BrowserContext, Page

from tests.journeys.browser import PATIENCE
from tests.journeys.web.small_screens import STICKS_OUT
from tests.pages.people import PEOPLE
from tests.pages.reader import Reader
from tests.pages.walk import Place
from tests.web_audit.axe import COLOURS, EVERY_RULE, UNFOLDED, Finding, look
from tests.web_audit.outcome import Outcome

LANGUAGES = ("vi", "en")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPEN = """() => [...document.querySelectorAll("details:not([open])")].map((one) => (one.open = true)).length"""
"""What is folded away is looked at as well: menus, filters, explanations."""
AT_ONCE = 3
"""Windows side by side: the server answers one while another is drawn."""
NOW_AND_THEN = 50
WIDE, NARROW = 1280, (1040, 360, 320)
"""Pixels: a small laptop, telephones; 320 is what WCAG 2.2 asks to be enough without scrolling to the side (1.4.10)."""
HEIGHT = 900
Say = Callable[[str], None]
Cookies = dict[str, dict[str, str]]
"""By person."""


def sign_in(site: str) -> Cookies:
    """Everybody's cookies, from one sign-in each: the door counts attempts."""
    sessions = {person.key: Reader(site, person).session for person in PEOPLE}
    return {key: {one.name: one.value or "" for one in session.cookies} for key, session in sessions.items()}


async def walk(
    browser: Browser,
    site: str,
    places: Iterable[Place],
    cookies: Cookies,
    outcome: Outcome,
    *,
    quick: bool,
    say: Say,
) -> None:
    """Each place in every language; those who read them have windows of their own."""
    waiting = [(place, language) for place in places for language in LANGUAGES]
    waiting.sort(key=lambda one: (one[0].person, one[1]), reverse=True)
    whole = len(waiting)

    async def reader() -> None:
        windows: dict[tuple[str, str], Page] = {}
        while waiting:
            place, language = waiting.pop()
            if (place.person, language) not in windows:
                context = await window(browser, site, cookies[place.person], language)
                windows[place.person, language] = await context.new_page()
            await _see(windows[place.person, language], site, place, language, outcome, quick)
            if len(waiting) % NOW_AND_THEN == 0:
                kinds = sorted({f"{found.rule} at {found.where}" for found in outcome.findings})
                say("\n  ".join([f"{whole - len(waiting)} of {whole} looked at", *kinds]))
        for page in windows.values():
            await page.context.close()

    await asyncio.gather(*(reader() for _ in range(AT_ONCE)))


async def window(browser: Browser, site: str, cookies: dict[str, str], language: str) -> BrowserContext:
    context = await browser.new_context(
        viewport={"width": WIDE, "height": HEIGHT}, locale=language, reduced_motion="reduce"
    )
    context.set_default_timeout(3 * PATIENCE)
    await context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
    return context


async def _see(page: Page, site: str, place: Place, language: str, outcome: Outcome, quick: bool) -> None:
    answer = await page.goto(site + place.read_in(language))
    if answer is None or answer.status != 200:
        outcome.broken.append(f"{place.name} in {language}: {answer and answer.status} at {place.path}")
        return
    weight = int(answer.headers.get("content-length", "0"))
    outcome.html_bytes[place.name] = max(weight, outcome.html_bytes.get(place.name, 0))
    for theme in THEMES:
        await page.emulate_media(color_scheme=theme)
        options = COLOURS if quick and theme != THEMES[0] else EVERY_RULE
        outcome.findings += await look(page, name=place.name, language=language, theme=theme, options=options)
    outcome.findings += [one async for one in _too_wide(page, place.name, language)]
    if await page.evaluate(OPEN):
        state = f"{theme}, unfolded"
        outcome.findings += await look(page, name=place.name, language=language, theme=state, options=UNFOLDED)


async def _too_wide(page: Page, name: str, language: str) -> AsyncIterator[Finding]:
    for width in NARROW:
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        if where := await page.evaluate(STICKS_OUT):
            yield Finding(name, language, f"{width} pixels wide", "reflow", "serious", where, 1)
    await page.set_viewport_size({"width": WIDE, "height": HEIGHT})
