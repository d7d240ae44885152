"""Handing a spreadsheet in, with its pictures if there are any."""

from frontend.filters import api_language
from frontend.seller_desk.seller_page import SellerPage
from i18n.languages import LANGUAGES


def preview(page: SellerPage) -> str:
    """Send the form's files to be checked; the id of the import. Raises ``Refused``."""
    answer = page.change(
        "Preview",
        seller=page.own["id"],
        file=page.form.file("file"),
        images=page.form.file("images", required=False),
        language=chosen_language(page),
    )
    return str(answer["productImportPreview"]["import"]["id"])


def chosen_language(page: SellerPage) -> str:
    """The language that the form says the file is written in, as the API writes it."""
    language = page.form.text("language")
    return api_language(language if language in LANGUAGES else page.source_language)
