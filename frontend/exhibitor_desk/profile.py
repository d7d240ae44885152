"""What the directory says of the firm, what it shows, and the firms that share its booth."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.expo_desk.countries import countries
from frontend.page import action
from i18n.messages import gettext_noop as _


class Profile(ExhibitorDeskPage):
    """For managers."""

    required = ("exhibitorDesk",)
    for_managers = True

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "own": data["exhibitorDesk"],
            "countries": countries(self.visit.language),
        }

    @action
    def save(self) -> HttpResponse:
        names = ("websiteUrl", "email", "phone", "description")
        categories = [each.strip() for each in self.form.text("categories").replace(";", ",").split(",")]
        values = {name: self.form.text(name) for name in names}
        self.change(
            "Save",
            exhibitorId=self.exhibitor["id"],
            input={**values, "categories": [each for each in categories if each]},
        )
        return self.go(message=_("The profile is saved."))

    @action
    def share(self) -> HttpResponse:
        self.change(
            "Share",
            exhibitorId=self.exhibitor["id"],
            input={
                "name": self.form.text("name", required=True),
                "country": self.form.text("country") or None,
                "websiteUrl": self.form.text("firmWebsiteUrl"),
            },
        )
        return self.go(message=_("The firm is listed under yours now."))

    @action
    def unshare(self) -> HttpResponse:
        firm = self.form.text("firm", required=True)
        self.change("Unshare", exhibitorId=self.exhibitor["id"], coExhibitorId=firm)
        return self.go(message=_("The firm is no longer listed."))
