"""Two entries of one firm: find the other, see both and the result side by side, make them one."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

ENTRY = (
    ("name", _("Name of the firm")),
    ("taxCode", _("Tax code")),
    ("country", _("Country")),
    ("websiteUrl", _("Website")),
    ("email", _("E-mail address")),
    ("phone", _("Telephone")),
    ("categories", _("Kinds of goods")),
    ("description", _("What visitors read")),
    ("sellerName", _("On the marketplace")),
)
COUNTS = (
    ("booths", _("Booths")),
    ("reservedBooths", _("Reserved booths")),
    ("exhibits", _("Exhibits")),
    ("coExhibitors", _("Co-exhibitors")),
    ("people", _("People")),
    ("badges", _("Badges")),
    ("leads", _("Leads")),
    ("meetings", _("Meetings")),
    ("tables", _("Tables for meetings")),
    ("manualAnswers", _("Answers in the manual")),
    ("papers", _("Contracts and invoices")),
)


class SameFirm(FairPage):
    """The address holds words to search by, the ``other`` exhibitor, and with ``keep=other`` which of them stays."""

    required = ("expo", "exhibitor")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        words, other = self.query("q")[:100], self.query("other")
        keeps_other = self.query("keep") == "other"
        goes, stays = (self.parts["id"], other) if keeps_other else (other, self.parts["id"])
        return {
            **super().context(data),
            "words": words,
            "found": self._found(words) if words else [],
            "other": other,
            "keeps_other": keeps_other,
            "compared": self.ask("Compare", id=goes, into=stays)["exhibitorMergePreview"] if other else None,
            "entry": ENTRY,
            "counts": COUNTS,
        }

    def _found(self, words: str) -> list[dict[str, Any]]:
        edges = self.ask("Candidates", slug=self.parts["slug"], words=words)["expo"]["exhibitors"]["edges"]
        return [edge["node"] for edge in edges if edge["node"]["id"] != self.parts["id"]]

    @action
    def merge(self) -> HttpResponse:
        goes, stays = self.form.text("goes", required=True), self.form.text("stays", required=True)
        self.change("Merge", id=goes, into=stays)
        message = _("The two entries are one exhibitor now.")
        return self.go("expo-exhibitors-exhibitor", slug=self.parts["slug"], id=stays, message=message)
