"""Apply to exhibit at a fair: what is offered at which price, the form, and how one's applications stand."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.page import Page, Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _

BOOTH_KINDS = ("SHELL", "RAW", "ISLAND")
SHARING = 3
"""Rows for firms that share the booth; more are added at the exhibitor's desk."""
TEXTS = (
    "name",
    "taxCode",
    "address",
    "websiteUrl",
    "contactName",
    "email",
    "phone",
    "wishedBooths",
    "products",
    "note",
)


class FairApply(Page):
    """Words and prices for everybody, the form for who is signed in. The address may name a draft, or a seller."""

    required = ("expo",)

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"], "signedIn": self.visit.is_signed_in}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = [one for one in data.get("myFairApplications") or [] if one["expo"]["id"] == data["expo"]["id"]]
        draft = next((one for one in own if one["id"] == self.query("draft") and one["status"] == "DRAFT"), None)
        if self.query("draft") and draft is None and self.visit.is_signed_in:
            raise NotFound
        return {
            "own": own,
            "draft": draft,
            "sellers": [one for one in data.get("mySellers") or [] if one["status"] == "APPROVED"],
            "countries": countries(self.visit.language),
            "currencies": _currencies(data["expo"]["packages"]),
            "kinds": BOOTH_KINDS,
            "sharing": range(SHARING),
            "read": data["expo"]["terms"]["id"] if data["expo"]["terms"] else "",
        }

    @action
    def begin(self) -> HttpResponse:
        """A draft of a seller's, filled in with what is known of it."""
        made = self.change("Create", expoId=self._expo(), sellerId=self.form.text("seller", required=True), input={})
        return self._to_draft(made["fairApplicationCreate"]["fairApplication"]["id"])

    @action
    def save(self) -> HttpResponse:
        """Keep it for later."""
        return self._to_draft(self._kept(), _("Your draft is kept; nobody else sees it."))

    @action
    def hand_in(self) -> HttpResponse:
        """Keep it, and give it to the organiser with the terms accepted. What was typed is kept in any case."""
        draft = self._kept()
        terms = self.form.text("terms") if self.form.text("accepted") else None
        self.change("Submit", id=draft, termsId=terms or None)
        message = _("Your application is with the organiser. You will have an answer by e-mail.")
        return self.go("fair-apply", slug=self.parts["slug"], message=message)

    @action
    def withdraw(self) -> HttpResponse:
        self.change("Withdraw", id=self.form.text("application", required=True))
        return self.go("fair-apply", slug=self.parts["slug"], message=_("Your application is withdrawn."))

    def _kept(self) -> str:
        """The id of the draft with what the form says; kept in the form, so that a second try is no second draft."""
        known, values = self.form.text("draft"), self._read()
        if known:
            self.change("Update", id=known, input=values)
            return known
        made = self.change("Create", expoId=self._expo(), sellerId=None, input=values)
        key = str(made["fairApplicationCreate"]["fairApplication"]["id"])
        self.form.keep("draft", key)
        return key

    def _read(self) -> dict[str, Any]:
        firms = [(self.form.text(f"shares{n}"), self.form.text(f"sharesCountry{n}")) for n in range(SHARING)]
        sharing = [{"name": name, "country": country or None} for name, country in firms if name]
        chosen = {name: self.form.text(name) or None for name in ("packageId", "hallId", "pavilionId")}
        kind = self.form.text("boothKind")
        return {
            **{name: self.form.text(name) for name in TEXTS},
            **chosen,
            "country": self.form.text("country") or None,
            "currency": self.form.text("currency") or None,
            "area": self.form.decimal("area", required=False),
            "boothKind": kind if kind in BOOTH_KINDS else None,
            "powerKilowatts": self.form.decimal("powerKilowatts", required=False) or 0,
            "needsWater": bool(self.form.text("needsWater")),
            "coExhibitors": sharing,
        }

    def _expo(self) -> str:
        return str(self.load()["expo"]["id"])

    def _to_draft(self, key: str, message: str = "") -> HttpResponse:
        return self.go("fair-apply", slug=self.parts["slug"], query={"draft": key}, message=message)


def _currencies(packages: list[dict[str, Any]]) -> list[str]:
    """In which a package, or its space, can be bought."""
    prices = [row for package in packages for row in package["prices"] if row["kind"] in ("PACKAGE", "SQUARE_METRE")]
    return sorted({row["price"]["currency"] for row in prices}, key=lambda code: (code != "VND", code))
