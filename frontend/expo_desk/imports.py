"""Lists of exhibitors: hand one in or ask a source for it, and those that came before."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.import_list import WORKING
from frontend.page import action
from i18n.messages import gettext_noop as _


class Imports(FairPage):
    """A list is read and judged first; nothing of the directory changes before it is applied."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        found = self.ask("Imports", expoId=data["expo"]["id"])["exhibitorImports"]
        return {
            **super().context(data),
            "imports": found,
            "is_working": any(one["state"] in WORKING for one in found),
            "handed_in": [one for one in data["exhibitorSources"] if not one["isFetched"]],
            "fetched": [one for one in data["exhibitorSources"] if one["isFetched"]],
            "forms": [one["name"] for one in data["exhibitorFeeds"]],
        }

    @action
    def preview(self) -> HttpResponse:
        made = self.change(
            "Preview",
            expoId=self.expo_id(),
            file=self.form.file("file"),
            feed=self.form.optional("feed"),
            sourceId=self.form.optional("sourceId"),
        )
        found = made["exhibitorImportPreview"]["import"]["id"]
        return self._to_list(found, message=_("The list is read. Nothing has changed yet."))

    @action
    def fetch(self) -> HttpResponse:
        """The list's page says when the source has answered."""
        source = self.form.text("sourceId", required=True)
        made = self.change("Fetch", expoId=self.expo_id(), sourceId=source)
        return self._to_list(made["exhibitorImportFetch"]["import"]["id"])

    def _to_list(self, found: str, **said: Any) -> HttpResponse:
        return self.go("expo-imports-list", slug=self.parts["slug"], id=found, **said)
