"""A record's texts as an exhibitor has them: countries as codes, lists as lists, addresses with their scheme."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale

from i18n.languages import LANGUAGES
from i18n.text import fold
from marketplace.expo.exhibitors import clean_entry

NO_ENTRY = frozenset({"booth", "source_id"})


def entry_of(values: Mapping[str, str]) -> dict[str, Any]:
    """The fields that the record fills; an empty one says nothing."""
    given: dict[str, Any] = {name: text for name, text in values.items() if text and name not in NO_ENTRY}
    if "categories" in given:
        given["categories"] = parts(given["categories"])
    if "country" in given:
        given["country"] = country_code(given["country"]) or given["country"]
    if "website_url" in given and "://" not in given["website_url"]:
        given["website_url"] = f"https://{given['website_url']}"
    return clean_entry(given)


def parts(text: str) -> list[str]:
    """A list in one text."""
    return [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]


def country_code(text: str) -> str | None:
    """The code of a country written as its code or its name in any of our languages: ``Hà Lan`` -> ``NL``."""
    folded = fold(text).strip()
    is_code = len(folded) == 2 and folded.isascii()
    return folded.upper() if is_code else _country_names().get(folded)


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(name): code
        for language in sorted(LANGUAGES, reverse=True)
        for code, name in Locale.parse(language, sep="-").territories.items()
        if len(code) == 2 and code.isalpha()
    }
