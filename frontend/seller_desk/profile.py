"""The shop as buyers see it: name, story, address, logo. For the owner."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language
from frontend.form import ADDRESS_FIELDS
from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage
from frontend.storefront.listing import CRAFTS
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PLACEMENTS = ("WARD", "EXACT", "HIDDEN")
TEXTS = ("name", "tagline", "story", "email", "phone", "websiteUrl")


class Profile(SellerPage):
    """The profile in the seller's own language; the others have a page of their own."""

    least_role = "OWNER"
    required = ("seller",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        source = data["seller"]["sourceLanguage"]["code"]
        texts = self.ask("Texts", seller=self.own["id"], language=source)["seller"]["localized"]
        return {
            **super().context(data),
            "texts": {name: (text or {}).get("text", "") for name, text in texts.items()},
            "crafts": CRAFTS,
            "rules": data["addressValidationRules"],
            "source": self.source_language,
        }

    @action
    def save(self) -> HttpResponse:
        language = self.form.text("sourceLanguage")
        craft = self.form.text("craft", required=True)
        if craft not in CRAFTS:
            raise self.refuse("craft", _("Choose one of the list."))
        answer = {
            **{name: self.form.text(name, required=name in ("name", "email", "phone")) for name in TEXTS},
            "craft": craft,
            "sourceLanguage": api_language(language if language in LANGUAGES else self.source_language),
            "foundedYear": self.form.integer("foundedYear", required=False),
            "address": {**self._address_now(), **self.form.address("address."), "country": "VN"},
        }
        self.change("ProfileUpdate", id=self.own["id"], input=answer)
        return self.go(message=_("The profile is saved."))

    def _address_now(self) -> dict[str, str]:
        """What the form does not ask for stays."""
        address = self.load()["seller"]["address"] or {}
        return {name: address[name] for name in ADDRESS_FIELDS if address.get(name) and name != "country"}

    @action
    def save_placement(self) -> HttpResponse:
        placement = self.form.text("placement", required=True)
        if placement not in PLACEMENTS:
            raise self.refuse("placement", _("Choose one of the list."))
        self.change("PlacementUpdate", seller=self.own["id"], placement=placement)
        return self.go(message=_("Your place on the map is saved."))

    @action
    def save_logo(self) -> HttpResponse:
        self.change("LogoUpdate", id=self.own["id"], file=self.form.file("file"))
        return self.go(message=_("The logo is saved."))
