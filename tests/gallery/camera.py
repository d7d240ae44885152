"""Opens a page as its reader and takes its picture when nothing moves any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, StorageState

from marketplace.demo.sign_ins import PASSWORD
from tests.gallery.choices import Shot
from tests.pages.names import name_of
from tests.pages.people import PEOPLE, Person
from tests.pages.pinned import MOMENT
from tests.pages.walk import Place

PATIENCE = 60_000
STILL = """
  *, *::before, *::after { animation: none !important; transition: none !important; }
  * { caret-color: transparent !important; }
  html { scroll-behavior: auto !important; scrollbar-width: none !important; }
"""
SHOW_ALL = """async () => {
  for (const image of document.images) image.loading = "eager";
  const soon = new Promise((done) => setTimeout(done, 5000));
  await Promise.race([Promise.allSettled([...document.images].map((image) => image.decode())), soon]);
  await document.fonts.ready;
}"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture, with what its page says of itself."""

    shot: Shot
    path: str
    title: str
    language: str
    png: bytes


class Camera:
    """One browser; every person of the demo keeps their sign-in."""

    def __init__(self, browser: Browser, site: str, *, style: str = "") -> None:
        self.browser, self.site, self.style = browser, site, STILL + style
        self._states: dict[str, StorageState] = {}

    def take(self, shot: Shot) -> Taken:
        """The picture of a page; where a market does not offer it, as it was found."""
        with self.at(shot.place, shot.path, **shot.viewport) as page:
            page.add_style_tag(content=self.style)
            page.evaluate(SHOW_ALL)
            language = str(page.get_attribute("html", "lang"))
            png = page.screenshot(animations="disabled")
            return Taken(shot, page.url.removeprefix(self.site), page.title(), language, png)

    @contextmanager
    def at(self, place: Place, path: str, *, width: int, height: int = 740) -> Iterator[Page]:
        """A window of the page's reader with the page in it."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, storage_state=self._state(place.person),
            reduced_motion="reduce", color_scheme="light", service_workers="block", bypass_csp=True,
        )  # fmt: skip
        try:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.clock.set_fixed_time(MOMENT)
            self._open(page, place, path)
            yield page
        finally:
            context.close()

    def _open(self, page: Page, place: Place, wanted: str) -> None:
        for path in dict.fromkeys((wanted, place.path)):
            answer = page.goto(self.site + path)
            if answer and answer.status == 200 and name_of(urlsplit(page.url).path) == place.name:
                return
        raise AssertionError(f"{place.name}: {place.path} answered {answer and answer.status} at {page.url}")

    def _state(self, who: str) -> StorageState:
        """The cookies of a person who has signed in; the buyer's account has something in its basket."""
        if who not in self._states:
            context = self.browser.new_context()
            person = next(one for one in PEOPLE if one.key == who)
            if person.sign_in is not None:
                _sign_in(context.new_page(), self.site, person, person.sign_in.email)
            self._states[who] = context.storage_state()
            context.close()
        return self._states[who]


def _sign_in(page: Page, site: str, person: Person, email: str) -> None:
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site}/{person.language}/{person.market}/sign-in")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    assert name_of(urlsplit(page.url).path) != "sign-in", person.key
