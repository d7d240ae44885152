"""Export papers of a shipment: what is declared, what is missing, and the papers in every form."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.origin import origins
from frontend.seller_desk.paper_fields import declared_facts
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

PURPOSES = {
    "SALE": _("Sale of goods"),
    "SAMPLE": _("Commercial sample"),
    "GIFT": _("Gift"),
    "RETURN": _("Returned goods"),
    "DOCUMENTS": _("Documents"),
    "OTHER": _("Other"),
}
STATEMENTS = ("EVFTA", "UKVFTA")
NOT_KNOWN = _("not known")
CONTAINERS = 2
CONTAINER: dict[str, Any] = {"number": "", "seal": "", "tare": None}
PLANT: dict[str, Any] = {"genus": "", "species": "", "country": "", "quantity": 0, "unit": "kg", "article": ""}


class ShipmentPapers(SellerPage):
    """One declaration is the source of all papers: a change makes a new version of it."""

    required = ("shipment", "customsDeclaration")

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        declared, language = data["customsDeclaration"], self.visit.language
        if declared["sellerId"] != self.own["id"]:
            raise NotFound
        older = [paper for paper in declared["documents"] if paper["version"] < declared["version"]]
        return {
            **super().context(data),
            "declared": declared,
            "older": older,
            "purposes": [(code, gettext(language, label)) for code, label in PURPOSES.items()],
            "agreements": [(code, code) for code in STATEMENTS],
            "containers": _padded(declared["containers"], CONTAINER, CONTAINERS),
            "plants": {
                line["number"]: _padded(line["plants"], PLANT, len(line["plants"]) + 1) for line in declared["lines"]
            },
            "countries": [("", gettext(language, NOT_KNOWN)), *origins(language, "")],
        }

    @action
    def declare(self) -> HttpResponse:
        self.change("Declare", shipment=self.parts["id"], input=declared_facts(self.form))
        return self.go(message=_("The declaration is saved. Papers made from now on say so."))

    @action
    def suggest(self) -> HttpResponse:
        """What the legs and products already say."""
        self.change("Declare", shipment=self.parts["id"], input={}, suggest=True)
        return self.go(message=_("What is known already is filled in. Please look it over."))

    @action
    def state(self) -> HttpResponse:
        statement = {
            "agreement": self.form.text("agreement"),
            "place": self.form.text("place", required=True),
            "signatory": self.form.text("signatory", required=True),
            "reason": self.form.optional("reason"),
        }
        self.change("State", shipment=self.parts["id"], input=statement)
        return self.go(message=_("The statement on origin stands on papers made from now on."))

    @action
    def withdraw(self) -> HttpResponse:
        self.change("State", shipment=self.parts["id"], input=None)
        return self.go(message=_("The statement on origin is taken back."))

    @action
    def make(self) -> HttpResponse:
        """One paper, or all that are chosen."""
        self.change("Make", shipment=self.parts["id"], kinds=self.form.all("kinds"))
        return self.go(message=_("The papers are made."))


def _padded(rows: list[dict[str, Any]], blank: dict[str, Any], least: int) -> list[dict[str, Any]]:
    return rows + [blank] * max(0, least - len(rows))
