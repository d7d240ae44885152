"""Lists of exhibitors from spreadsheets: hand one in, and those that were handed in before."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from i18n.messages import gettext_noop as _


class Imports(FairPage):
    """A file is read and judged first; nothing of the directory changes before it is applied."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        found = self.ask("Imports", expoId=data["expo"]["id"])["exhibitorImports"]
        return {**super().context(data), "imports": found}

    @action
    def preview(self) -> HttpResponse:
        made = self.change("Preview", expoId=self.expo_id(), file=self.form.file("file"), mapping=None)
        found = made["exhibitorImportPreview"]["import"]["id"]
        return self.go(
            "expo-imports-list",
            slug=self.parts["slug"],
            id=found,
            message=_("The list is read. Nothing has changed yet."),
        )
