"""Write down one more exhibitor."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.expo_desk.exhibitor_fields import read_exhibitor
from frontend.expo_desk.fair_page import FairPage
from frontend.filters import bcp47
from frontend.page import action
from i18n.messages import gettext_noop as _


class NewExhibitor(FairPage):
    """The form of an exhibitor, empty."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "countries": countries(self.visit.language),
            "source": bcp47(data["expo"]["sourceLanguage"]["code"]),
        }

    @action
    def create(self) -> HttpResponse:
        made = self.change("Create", expoId=self.expo_id(), input=read_exhibitor(self))
        found = made["exhibitorCreate"]["exhibitor"]["id"]
        return self.go(
            "expo-exhibitors-exhibitor", slug=self.parts["slug"], id=found, message=_("The exhibitor is added.")
        )
