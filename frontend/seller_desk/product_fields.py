"""The facts of a product as its form gives them to the API."""

from typing import Any

from frontend.filters import api_language
from frontend.form import Form
from i18n.languages import LANGUAGES


def product_input(form: Form, *, language: str) -> dict[str, Any]:
    """A ``ProductInput``; ``language`` is what it is written in when the form names none that is known."""
    written_in = form.text("sourceLanguage")
    # Where there are thousands of categories, one is chosen on a page of its own, and this form doesn't have it.
    placed = {"category": form.optional("category")} if form.values is not None and "category" in form.values else {}
    return {
        **placed,
        "name": form.text("name", required=True),
        "description": form.text("description"),
        "material": form.text("material"),
        "hsCode": form.text("hsCode"),
        "originCountry": form.text("originCountry") or "VN",
        "sourceLanguage": api_language(written_in if written_in in LANGUAGES else language),
    }
