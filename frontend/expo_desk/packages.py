"""What exhibitors can book: packages with dated prices, and pavilions."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.expo_desk.fair_page import FairPage
from frontend.filters import api_language, bcp47
from frontend.page import action
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

KINDS = ("REGISTRATION", "PACKAGE", "SQUARE_METRE", "CO_EXHIBITOR", "POWER", "WATER")


class Packages(FairPage):
    """The address may name the package that is changed."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        named = self.form.text("package") or self.query("package")
        chosen = next((one for one in expo["packages"] if one["id"] == named), None)
        return {
            **super().context(data),
            "chosen": chosen,
            "pavilion": self._chosen_pavilion(expo),
            "kinds": KINDS,
            "countries": countries(self.visit.language),
            "source": bcp47(expo["sourceLanguage"]["code"]),
        }

    @action
    def create(self) -> HttpResponse:
        made = self.change("Create", expoId=self.expo_id(), input={**self._read(), **self._language()})
        key = made["fairPackageCreate"]["fairPackage"]["id"]
        message = _("The package is there. Set its prices now.")
        return self.go("expo-packages", slug=self.parts["slug"], query={"package": key}, message=message)

    @action
    def update(self) -> HttpResponse:
        values = {**self._read(), "isOffered": bool(self.form.text("isOffered"))}
        self.change("Update", id=self.form.text("package", required=True), input=values)
        return self.go(message=_("The package is changed."))

    @action
    def set_price(self) -> HttpResponse:
        kind = self.form.text("kind", required=True)
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        self.change(
            "SetPrice",
            packageId=self.form.text("package", required=True),
            kind=kind,
            amount=self.form.decimal("amount"),
            currency=self.form.text("currency", required=True),
            effectiveFrom=self.day("effectiveFrom") if self.form.text("effectiveFrom") else None,
        )
        return self.go(message=_("The price is set."))

    @action
    def add_pavilion(self) -> HttpResponse:
        self.change("AddPavilion", expoId=self.expo_id(), input={**self._pavilion(), **self._language()})
        return self.go(message=_("The pavilion is planned."))

    @action
    def change_pavilion(self) -> HttpResponse:
        self.change("ChangePavilion", id=self.form.text("pavilion", required=True), input=self._pavilion())
        return self.go("expo-packages", slug=self.parts["slug"], message=_("The pavilion is changed."))

    @action
    def remove_pavilion(self) -> HttpResponse:
        self.change("RemovePavilion", id=self.form.text("pavilion", required=True))
        return self.go(message=_("The pavilion is removed; its exhibitors stay."))

    def _chosen_pavilion(self, expo: dict[str, Any]) -> dict[str, Any] | None:
        named = self.form.text("pavilion") or self.query("pavilion")
        return next((one for one in expo["pavilions"] if one["id"] == named), None)

    def _pavilion(self) -> dict[str, Any]:
        names = ("country", "colour", "contactName", "contactEmail")
        return {"name": self.form.text("pavilionName", required=True), **{name: self.form.text(name) for name in names}}

    def _read(self) -> dict[str, Any]:
        return {
            "name": self.form.text("name", required=True),
            "description": self.form.text("description"),
            "leastArea": self.form.decimal("leastArea"),
            "badgeAllowance": self.form.integer("badgeAllowance"),
            "position": self.form.integer("position", required=False) or 0,
        }

    def _language(self) -> dict[str, str]:
        written = self.form.text("sourceLanguage")
        return {"sourceLanguage": api_language(written)} if written in LANGUAGES else {}
