"""Handing a spreadsheet in: the same from the list of imports and when its columns are read again."""

from typing import Any

from frontend.filters import api_language
from frontend.seller_desk.seller_page import SellerPage
from i18n.languages import LANGUAGES


def preview(page: SellerPage, *, mapping: list[dict[str, Any]] | None = None) -> str:
    """Send the form's file to be checked; the id of the import. Raises ``Refused``."""
    language = page.form.text("language")
    answer = page.change(
        "Preview",
        seller=page.own["id"],
        file=page.form.file("file"),
        language=api_language(language if language in LANGUAGES else page.source_language),
        mapping=mapping,
    )
    return str(answer["productImportPreview"]["import"]["id"])
