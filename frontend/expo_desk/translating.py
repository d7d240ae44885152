"""Translating a record's texts: one language at a time, the source beside it."""

from collections.abc import Iterable
from typing import Any

from frontend.filters import api_language, bcp47
from frontend.page import Page
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


def chosen_target(page: Page, source: str) -> str:
    """The language of the address that is not the source; the first other one when it asks for none."""
    asked = page.query("language")
    return asked if asked in LANGUAGES and asked != source else next(code for code in LANGUAGES if code != source)


def targets(source: str, translations: Iterable[dict[str, Any]], current: str) -> list[tuple[str, bool, bool]]:
    """For ``ui.language_tabs``: each other language, whether it is open now, whether it has a text."""
    done = {bcp47(one["language"]["code"]) for one in translations}
    return [(code, code == current, code in done) for code in LANGUAGES if code != source]


def stored_in(translations: Iterable[dict[str, Any]], language: str) -> dict[str, Any]:
    """The texts of a language; empty ones where there is none."""
    return next((one for one in translations if bcp47(one["language"]["code"]) == language), {})


def language_of_form(page: Page, name: str) -> str:
    """A language that the form chose, as the API writes it; raises ``Refused``."""
    chosen = page.form.text(name, required=True)
    if chosen not in LANGUAGES:
        raise page.refuse(name, _("Choose one of the list."))
    return api_language(chosen)
