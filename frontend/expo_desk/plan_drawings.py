"""A drawing of a hall is handed in: SVG or DXF."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from i18n.messages import gettext_noop as _


class PlanDrawings(FairPage):
    """The drawing is read and judged first; the plan does not change before it is applied."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "chosen": self.query("hall")}

    @action
    def preview(self) -> HttpResponse:
        made = self.change("Preview", hallId=self.form.text("hallId", required=True), file=self.form.file("file"))
        found = made["planImportPreview"]["import"]["id"]
        return self.go(
            "expo-fair-drawings-drawing",
            slug=self.parts["slug"],
            id=found,
            message=_("The drawing is read. Nothing has changed yet."),
        )
