"""What the form of a piece of news holds, as the API takes it."""

from typing import Any

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.translating import language_of_form


def news_input(page: FairPage) -> dict[str, Any]:
    return {
        "title": page.form.text("title", required=True),
        "body": page.form.text("body", required=True),
        "sourceLanguage": language_of_form(page, "sourceLanguage"),
        "toExhibitors": bool(page.form.text("toExhibitors")),
        "toVisitors": bool(page.form.text("toVisitors")),
    }
