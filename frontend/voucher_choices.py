"""What a voucher can be narrowed to, with what it is narrowed to already: goods, categories, countries."""

from collections.abc import Iterable
from typing import Any

from frontend.page import Page
from frontend.seller_desk.categories import category_choices

NARROWED = ("products", "categories", "countries")
Choice = tuple[str, str, bool]
"""Value, words, whether it is chosen."""


def narrowing(page: Page, data: dict[str, Any], voucher: dict[str, Any] | None) -> dict[str, list[Choice]]:
    """For the form. What the voucher has is always among the choices, so that saving the form never drops it."""
    known = voucher or {"products": [], "categories": [], "countries": []}
    offered = [edge["node"] for edge in data.get("products", {}).get("edges", [])]
    products = [(row["id"], row["name"]) for row in (*known["products"], *offered)]
    categories = [*((row["id"], row["name"]) for row in known["categories"]), *(category_choices(page.ask) or ())]
    return {
        "products": _choices(products, _ids(known, "products")),
        "categories": _choices(categories, _ids(known, "categories")),
        "countries": _choices(_countries(data["channels"]), set(known["countries"])),
    }


def narrowed(page: Page, among: dict[str, list[Choice]]) -> dict[str, list[str]]:
    """What was chosen in the form, as the API takes it; only what the form had."""
    return {
        name: [value for value in dict.fromkeys(page.form.all(name)) if value in {choice[0] for choice in choices}]
        for name, choices in among.items()
        if choices
    }


def _ids(voucher: dict[str, Any], name: str) -> set[str]:
    return {row["id"] for row in voucher[name]}


def _choices(pairs: Iterable[tuple[str, str]], chosen: set[str]) -> list[Choice]:
    return [(value, words, value in chosen) for value, words in dict(pairs).items()]


def _countries(channels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    names = {country["code"]: country["country"] for channel in channels for country in channel["countries"]}
    return sorted(names.items(), key=lambda pair: pair[1])
