"""The names of what the marketplace made, in its other languages: shown in one form, saved where they differ."""

from collections.abc import Sequence
from typing import Any

from frontend.filters import api_language, bcp47
from frontend.page import Page
from i18n.languages import LANGUAGES

SOURCE = "en"


def texts_of(node: dict[str, Any], fields: Sequence[str] = ("name",)) -> list[dict[str, Any]]:
    """A row per language other than English with what is stored there."""
    stored = {bcp47(one["language"]["code"]): one for one in node["translations"]}
    return [
        {"language": code, **{field: (stored.get(code) or {}).get(field) or "" for field in fields}}
        for code in LANGUAGES
        if code != SOURCE
    ]


def save_texts(page: Page, operation: str, node: dict[str, Any], fields: Sequence[str] = ("name",)) -> None:
    """Run the translation's mutation for every language whose texts were changed in the form."""
    for row in texts_of(node, fields):
        typed = {field: page.form.text(f"{field}-{row['language']}") for field in fields}
        if any(typed[field] != row[field] for field in fields):
            language = api_language(row["language"])
            page.change(operation, id=node["id"], languageCode=language, input=typed)


def words_of(text: str) -> list[str]:
    """The lines of a textarea, each once."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def moved_up(keys: Sequence[str], key: str) -> list[str]:
    """The same list with ``key`` one place earlier."""
    order = list(keys)
    place = order.index(key) if key in order else 0
    if place:
        order[place - 1], order[place] = order[place], order[place - 1]
    return order
