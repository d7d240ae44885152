"""Which language a page of translations is about, and which ones are done."""

from collections.abc import Collection
from typing import Any

from frontend.page import Page
from i18n.languages import LANGUAGES


def target_of(page: Page, source: str) -> str:
    """The language of the address; the visitor's own or the first other when it names none."""
    wanted = [page.query("language"), page.visit.language, *LANGUAGES]
    return next(code for code in wanted if code in LANGUAGES and code != source)


def language_tabs(*, source: str, chosen: str, done: Collection[str]) -> list[tuple[str, bool, bool]]:
    """For ``ui.language_tabs``: every language but the source, whether it is shown, whether it is done."""
    return [(code, code == chosen, code in done) for code in LANGUAGES if code != source]


def source_mark(source: Any) -> str:
    """``MACHINE`` or ``IMPORTED`` when a text should be read again by somebody who knows the language."""
    return str(source) if source in ("MACHINE", "IMPORTED") else ""
