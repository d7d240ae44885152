"""How long a page takes to answer a hand: from the press to the next picture, as Event Timing tells it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playwright.async_api import Browser, Page

from tests.web_audit.speed import PHONE, slowed

WATCH = """() => {
  globalThis.pressed = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.interactionId)
    pressed.push(entry.duration); }).observe({type: "event", durationThreshold: 16, buffered: true});
}"""
SETTLE = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 400)))"
TIMES = 3
QUICKEST = 16.0
"""Event Timing keeps silent about whatever is quicker."""


@dataclass(frozen=True, slots=True)
class Gesture:
    page: str
    name: str
    act: Callable[[Page], Awaitable[None]]


async def _menu(page: Page) -> None:
    await page.locator("header details.menu > summary").first.click()


async def _type(page: Page) -> None:
    await page.locator("header input[type=search]").first.press_sequentially("ban", delay=40)


async def _facets(page: Page) -> None:
    await page.locator("details.filters > summary").first.click()


async def _facet(page: Page) -> None:
    if not await page.locator("details.filters[open]").count():
        await _facets(page)
    await page.locator("details.filters .choice input").first.click()


async def _gallery(page: Page) -> None:
    await page.locator("[data-zoom]").first.click()


async def _turn(page: Page) -> None:
    await _gallery(page)
    await page.locator("dialog.viewer .viewer-stage").press("ArrowRight")
    await page.locator("dialog.viewer .viewer-bar button", has_text="+").click()


GESTURES = (
    Gesture("home", "open the menu of languages", _menu),
    Gesture("home", "type into the search", _type),
    Gesture("products", "open the filters", _facets),
    Gesture("products", "choose a facet", _facet),
    Gesture("product", "open a picture", _gallery),
    Gesture("product", "turn and enlarge the pictures", _turn),
)


async def answer_ms(browser: Browser, url: str, gesture: Gesture) -> float:
    """The slowest of the gesture's presses, the best of some times: a busy machine only makes it slower."""
    return min([await _once(browser, url, gesture) for _ in range(TIMES)])


async def _once(browser: Browser, url: str, gesture: Gesture) -> float:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await slowed(page)
    await page.goto(url, wait_until="networkidle")
    await page.evaluate(WATCH)
    await gesture.act(page)
    await page.evaluate(SETTLE)
    slowest: float = await page.evaluate("Math.max(0, ...pressed)")
    await context.close()
    return max(slowest, QUICKEST)
