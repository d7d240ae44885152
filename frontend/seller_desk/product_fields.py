"""The facts of a product as its form gives them to the API."""

from typing import Any

from frontend.filters import api_language
from frontend.form import Form
from i18n.languages import LANGUAGES


def product_input(form: Form, *, language: str) -> dict[str, Any]:
    """A ``ProductInput``; ``language`` is what it is written in when the form names none that is known."""
    written_in = form.text("sourceLanguage")
    return {
        "name": form.text("name", required=True),
        "description": form.text("description"),
        "material": form.text("material"),
        "hsCode": form.text("hsCode"),
        "category": form.optional("category"),
        "originCountry": form.text("originCountry") or "VN",
        "sourceLanguage": api_language(written_in if written_in in LANGUAGES else language),
    }
