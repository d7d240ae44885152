"""The exhibitor manual of a fair, page by page, and how many exhibitors have done each."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.filters import api_language, bcp47
from frontend.page import action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


class Manual(FairPage):
    """With a form for one more page."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "pages": data["expo"]["manualPages"],
            "source": bcp47(data["expo"]["sourceLanguage"]["code"]),
        }

    @action
    def create(self) -> HttpResponse:
        written = self.form.text("sourceLanguage")
        values = {
            "title": self.form.text("title", required=True),
            "body": self.form.text("body", required=True),
            "dueOn": self.day("dueOn") if self.form.text("dueOn") else None,
            "position": self.form.integer("position", required=False) or 0,
            **({"sourceLanguage": api_language(written)} if written in LANGUAGES else {}),
        }
        key = self.change("Create", expoId=self.expo_id(), input=values)["manualPageCreate"]["manualPage"]["id"]
        message = _("The page is in the manual. Add its questions now, if there are any.")
        return self.go("expo-manual-page", slug=self.parts["slug"], id=key, message=message)
