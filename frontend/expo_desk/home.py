"""All fairs, public or not, and the plan for a new one."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import ExpoDeskPage
from frontend.expo_desk.tasks import to_do
from frontend.filters import api_language
from frontend.page import Variables, action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.today import today_here


class Home(ExpoDeskPage):
    """Coming fairs first, then those that are over, the latest first."""

    def variables(self) -> Variables:
        return {"after": self.query("after") or None}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        today = today_here().isoformat()
        fairs = [{**_counted(edge["node"]), "to_do": to_do(self, edge["node"])} for edge in data["expos"]["edges"]]
        return {
            "coming": [fair for fair in fairs if str(fair["endsOn"]) >= today],
            "past": [fair for fair in fairs if str(fair["endsOn"]) < today][::-1],
        }

    @action
    def create(self) -> HttpResponse:
        """A fair is not public before somebody publishes it."""
        language = self.form.text("sourceLanguage")
        made = self.change(
            "Create",
            input={
                "name": self.form.text("name", required=True),
                "startsOn": self.day("startsOn"),
                "endsOn": self.day("endsOn"),
                "venue": self.form.text("venue"),
                "sourceLanguage": api_language(language if language in LANGUAGES else self.visit.language),
            },
        )
        slug = made["expoCreate"]["expo"]["slug"]
        return self.go("expo-fair", slug=slug, message=_("The fair is planned. Add its halls now; publish it later."))


def _counted(fair: dict[str, Any]) -> dict[str, Any]:
    states = [booth["status"] for hall in fair["halls"] for booth in hall["booths"]]
    return {**fair, "booths": len(states), "assigned": states.count("ASSIGNED")}
