"""The language in which staff read a seller's texts: tabs in the address, the seller's own first."""

from typing import Any

from frontend.filters import api_language, bcp47
from frontend.page import Page
from i18n.languages import LANGUAGES


def chosen_language(page: Page) -> str | None:
    """What the address asks for, as the API writes it; ``None`` for the text as it was written."""
    asked = page.query("language")
    return api_language(asked) if asked in LANGUAGES else None


def language_tabs(source: str, translations: list[dict[str, Any]], current: str) -> list[tuple[str, bool, bool]]:
    """For ``ui.language_tabs``: each language, whether it is shown, whether texts exist in it. The source is first."""
    done = {bcp47(one["language"]["code"]) for one in translations} | {source}
    codes = [source, *(code for code in LANGUAGES if code != source)]
    return [(code, code == current, code in done) for code in codes if code in LANGUAGES]
