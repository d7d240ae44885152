"""What the form of an exhibitor says, as the API takes it."""

import re
from typing import Any

from frontend.expo_desk.translating import language_of_form
from frontend.page import Page


def read_exhibitor(page: Page) -> dict[str, Any]:
    """An ``ExhibitorInput`` with every field of the form; raises ``Refused``."""
    listed = re.split(r"[,;，、；\n]", page.form.text("categories"))
    names = ("country", "taxCode", "email", "phone", "websiteUrl", "description")
    return {
        "name": page.form.text("name", required=True),
        **{name: page.form.text(name) for name in names},
        "categories": [part.strip() for part in listed if part.strip()],
        "sourceLanguage": language_of_form(page, "sourceLanguage"),
    }
