"""``make narrow``: every kind of page on the narrowest telephones, in languages with long words and tall signs.

Names what is wider than the window, what is cut off or runs over its neighbour, and what a finger misses; fails where
there is something. ``--site`` looks at a demo that runs already, ``--places`` keeps the addresses found in it.
"""

import argparse
import asyncio
import json
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web_audit.settings")
django.setup()

from playwright.async_api import Browser, Page, async_playwright  # noqa: E402  # after the settings

from tests.journeys.browser import CHROMIUM, FLAGS  # noqa: E402
from tests.journeys.web.small_screens import SMALL_TARGETS, SMALLEST, STICKS_OUT  # noqa: E402
from tests.pages.walk import Place, find_places  # noqa: E402
from tests.web_audit.server import demo  # noqa: E402
from tests.web_audit.walk import HEIGHT, NARROW, Cookies, Say, sign_in, window  # noqa: E402

FOLDER = Path(__file__).parents[2] / "build" / "narrow"
LANGUAGES = ("vi", "nl", "ja")
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((one) => {
    if (!(one instanceof HTMLElement) || one.clientWidth <= 2 || one.scrollWidth <= one.clientWidth + 2) return false;
    if (/^(INPUT|SELECT|TEXTAREA|PICTURE|IMG)$/.test(one.tagName) || !one.checkVisibility()) return false;
    if (one.closest(".visually-hidden")) return false;
    const hides = /hidden|clip/.test(getComputedStyle(one).overflowX);
    const says = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return hides ? one.textContent.trim() !== "" : says && getComputedStyle(one).overflowX === "visible";
  }).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 40)}`)"""
"""Hidden beyond its box, or text that runs out of it over what stands beside."""
Found = dict[str, set[str]]
"""By what is wrong: the pages, with language and width."""


async def look(page: Page, place: Place, language: str, found: Found) -> None:
    for width in NARROW:
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        where = f"{place.name} {language} {width}"
        if wide := await page.evaluate(STICKS_OUT):
            found[f"wider than the window: {wide}"].add(where)
        for one in await page.evaluate(CUT_OFF):
            found[f"cut off: {' '.join(one.split())}"].add(where)
        for one in await page.evaluate(SMALL_TARGETS, SMALLEST):
            found[f"smaller than {SMALLEST} pixels: {' '.join(one.split())}"].add(where)


async def walk(browser: Browser, site: str, places: Iterable[Place], cookies: Cookies, say: Say) -> Found:
    """Everybody's pages in one window of theirs for each language."""
    found: Found = defaultdict(set)
    windows: dict[tuple[str, str], Page] = {}
    for count, place in enumerate(places, 1):
        for language in LANGUAGES:
            if (place.person, language) not in windows:
                context = await window(browser, site, cookies[place.person], language)
                windows[place.person, language] = await context.new_page()
            page = windows[place.person, language]
            answer = await page.goto(site + place.read_in(language))
            if answer is None or answer.status != 200:
                found["not answered"].add(f"{place.name} {language} {answer and answer.status}")
                continue
            await look(page, place, language, found)
        if count % 50 == 0:
            say(f"{count} kinds of page, {len(found)} things found")
    return found


def places_of(site: str, known: Path) -> list[Place]:
    if not known.exists():
        known.write_text(json.dumps([place.as_row() for place in find_places(site).values()], indent=1))
    return [Place(**row) for row in json.loads(known.read_text())]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="a demo that runs already")
    parser.add_argument("--places", type=Path, help="a file with the addresses that were found in it, or for them")
    parser.add_argument("--only", nargs="*", help="names of pages")
    wanted = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with nullcontext(wanted.site) if wanted.site else demo(FOLDER) as site:
        places = places_of(site, wanted.places or FOLDER / "places.json")
        chosen = [one for one in places if not wanted.only or one.name in wanted.only]
        found = asyncio.run(_in_a_browser(site, chosen))
    for what, pages in sorted(found.items(), key=lambda one: -len(one[1])):
        say(f"{len(pages):4} {what}\n     {', '.join(sorted(pages)[:4])}")
    say(f"{len(chosen)} kinds of page in {', '.join(LANGUAGES)} at {NARROW} pixels: {len(found)} things found")
    return 1 if found else 0


async def _in_a_browser(site: str, places: Iterable[Place]) -> Found:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        return await walk(browser, site, places, sign_in(site), say)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
