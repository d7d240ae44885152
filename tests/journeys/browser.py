"""People at a real Chromium: each has a window of their own, and everything the browser complains of is kept."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    sync_playwright,
)

from i18n.messages import gettext

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
REFUSED = 422
PATIENCE = 30_000


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """One person: a window that keeps its cookies, reading in one language. Paths are below the site's address."""

    def __init__(self, browser: Browser, site: str, *, language: str, **options: Any) -> None:
        self.site, self.language = site, language
        self.context: BrowserContext = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "locale": language, **options}
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("requestfailed", self._lost)
        self.page.on("response", self._answered)

    # --- what a person does
    def open(self, path: str) -> Page:
        """Go to an address, which has to be there."""
        answer = self.page.goto(path if path.startswith("http") else self.site + path)
        assert answer is not None and answer.status == 200, (path, answer and answer.status)
        return self.page

    def follow(self, link: Locator) -> Page:
        """Press a link that leads to a page."""
        with self.page.expect_navigation() as led:
            link.click()
        assert led.value is not None and led.value.status == 200, (self.page.url, led.value and led.value.status)
        return self.page

    def form(self, action: str) -> Locator:
        """The form of the page that does `action`; closed details around it are opened as a person would."""
        form = self.page.locator(f"form:has(input[name=action][value={action}])").first
        closed = self.page.locator(f"details:not([open]):has(input[name=action][value={action}]) > summary")
        if closed.count():
            closed.first.click()
        return form

    def submit(self, action: str, /, **fields: str) -> None:
        """Fill in the form and send it; it has to be accepted."""
        assert self._send(action, fields) == 200, f"{action}: {self.problems()}"

    def refused(self, action: str, /, **fields: str) -> list[str]:
        """Fill in the form and send it; it comes back, says what is wrong and still holds what was typed."""
        assert self._send(action, fields) == REFUSED, (action, self.page.url)
        form = self.form(action)
        for name, value in fields.items():
            field = self.field(form, name)
            kept = field.is_checked() if field.get_attribute("type") in {"radio", "checkbox"} else field.input_value()
            assert kept in (True, value), f"{name} came back as {kept!r}"
        problems = self.problems()
        assert problems, "it does not say what is wrong"
        return problems

    def try_to(self, action: str, /, **fields: str) -> int:
        """Fill in the form and send it, whatever the answer: its status."""
        return self._send(action, fields)

    def problems(self) -> list[str]:
        """What the page says is wrong."""
        return self.page.locator(".error, .problem, .cell-error, [role=alert] li").all_inner_texts()

    def field(self, form: Locator, name: str) -> Locator:
        """An input by its name; a name that ends in ``-`` is its beginning (``price-eu-``)."""
        found = form.locator(f'[name^="{name}"]' if name.endswith("-") else f'[name="{name}"]')
        return found.locator("visible=true").first if found.count() > 1 else found

    def fill(self, form: Locator, name: str, value: str) -> None:
        found = form.locator(f'[name="{name}"][value="{value}"]:is([type=radio], [type=checkbox])')
        if found.count():
            found.check()
            return
        field = self.field(form, name)
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") == "file":
            field.set_input_files(value)
        else:
            field.fill(value)

    # --- what a person sees
    def says(self, msgid: str, /, **params: object) -> str:
        """A text of the interface as this person reads it."""
        return gettext(self.language, msgid, **params)

    def text(self, where: str = "main") -> str:
        """What stands there, with spaces as on paper."""
        return re.sub(r"\s+", " ", self.page.locator(where).first.inner_text()).strip()

    def fetch(self, href: str | None) -> bytes:
        """What a download link leads to, with this person's cookies."""
        assert href
        answer = self.page.request.get(href if href.startswith("http") else self.site + href)
        assert answer.status == 200, (href, answer.status)
        return answer.body()

    # --- the machinery
    def _send(self, action: str, fields: dict[str, str]) -> int:
        form = self.form(action)
        for name, value in fields.items():
            self.fill(form, name, value)
        with self.page.expect_navigation() as led:
            form.locator('button:not([name=action]), button[type="submit"]').last.click()
        assert led.value is not None
        return int(led.value.status)

    def _hear(self, said: ConsoleMessage) -> None:
        # A form that comes back is an answer with 422, which Chromium reports as an error of its own.
        if said.type in {"error", "warning"} and f"status of {REFUSED}" not in said.text:
            self.complaints.append(f"console: {said.text} ({self.page.url})")

    def _lost(self, request: Request) -> None:
        # What was under way when the person went on to another page is given up.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"lost: {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")
