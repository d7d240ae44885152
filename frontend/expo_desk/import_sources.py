"""Where lists of exhibitors come from, fair after fair; ``?source=`` opens one to change it."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from i18n.messages import gettext_noop as _


class ImportSources(FairPage):
    """The same at every fair."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        asked = self.query("source")
        return {
            **super().context(data),
            "sources": data["exhibitorSources"],
            "forms": [one["name"] for one in data["exhibitorFeeds"]],
            "chosen": next((one for one in data["exhibitorSources"] if one["id"] == asked), None),
        }

    @action
    def create(self) -> HttpResponse:
        self.change(
            "Create",
            name=self.form.text("name", required=True),
            feed=self.form.optional("feed"),
            address=self.form.optional("address"),
            accessKey=self.form.optional("accessKey"),
        )
        return self.go("expo-import-sources", slug=self.parts["slug"], message=_("The source is written down."))

    @action
    def update(self) -> HttpResponse:
        self.change(
            "Update",
            id=self.query("source"),
            name=self.form.optional("name"),
            address=self.form.optional("address"),
            accessKey=self.form.optional("accessKey"),
        )
        return self.go("expo-import-sources", slug=self.parts["slug"], message=_("The source is changed."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.query("source"))
        message = _("The source is forgotten. Its exhibitors stay.")
        return self.go("expo-import-sources", slug=self.parts["slug"], message=message)
