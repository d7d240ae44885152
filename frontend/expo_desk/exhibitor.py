"""One exhibitor: its entry in the directory, translations, its seller on the marketplace, and what it shows."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.countries import countries
from frontend.expo_desk.exhibitor_fields import read_exhibitor
from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.translating import chosen_target, language_of_form, stored_in, targets
from frontend.filters import bcp47
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

MOST_PAGES = 5
TEXTS = ("name", "description")


class Exhibitor(FairPage):
    """The address may choose the language of the translation, and words to find a seller by."""

    required = ("expo", "exhibitor")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["exhibitor"]
        source = bcp47(one["sourceLanguage"]["code"])
        target = chosen_target(self, source)
        words = self.query("find")
        return {
            **super().context(data),
            "countries": countries(self.visit.language),
            "source": source,
            "target": target,
            "tabs": targets(source, one["translations"], target),
            "translated": stored_in(one["translations"], target),
            "suggestions": [] if one["seller"] else data["exhibitorSellerSuggestions"],
            "words": words,
            "found": self._found(words) if words and not one["seller"] else [],
            "products": self._products(one) if one["seller"] else [],
        }

    def _found(self, words: str) -> list[dict[str, Any]]:
        return [edge["node"] for edge in self.ask("Sellers", words=words[:100])["sellers"]["edges"]]

    def _products(self, exhibitor: dict[str, Any]) -> list[dict[str, Any]]:
        """What the seller offers and is not shown yet, by name."""
        shown = {exhibit["product"]["id"] for exhibit in exhibitor["exhibits"] if exhibit["product"]}
        offered: list[dict[str, Any]] = []
        after = None
        for _page in range(MOST_PAGES):
            products = self.ask("Products", seller=exhibitor["seller"]["id"], after=after)["products"]
            offered += [edge["node"] for edge in products["edges"]]
            after = products["pageInfo"]["endCursor"]
            if not products["pageInfo"]["hasNextPage"]:
                break
        return [product for product in offered if product["id"] not in shown]

    @action
    def update(self) -> HttpResponse:
        self.change("Update", id=self.parts["id"], input=read_exhibitor(self))
        return self.go(message=_("The exhibitor is changed."))

    @action
    def translate(self) -> HttpResponse:
        texts = {name: self.form.text(name) for name in TEXTS}
        self.change("Translate", id=self.parts["id"], language=language_of_form(self, "language"), input=texts)
        return self.go(message=_("The translation is saved."))

    @action
    def link(self) -> HttpResponse:
        self.change("Link", id=self.parts["id"], sellerId=self.form.text("sellerId", required=True))
        return self._back(_("The exhibitor is linked to its seller."))

    @action
    def unlink(self) -> HttpResponse:
        self.change("Link", id=self.parts["id"], sellerId=None)
        return self._back(_("The link to the seller is removed."))

    @action
    def set_pavilion(self) -> HttpResponse:
        self.change("Pavilion", exhibitorId=self.parts["id"], pavilionId=self.form.text("pavilionId") or None)
        return self._back(_("The pavilion is set."))

    @action
    def show_product(self) -> HttpResponse:
        product = self.form.text("productId", required=True)
        self.change("Show", exhibitorId=self.parts["id"], productId=product, title=None)
        return self._back(_("The exhibit is added."))

    @action
    def show_title(self) -> HttpResponse:
        """Something that is not sold on the marketplace, by its name alone."""
        title = self.form.text("title", required=True)
        self.change("Show", exhibitorId=self.parts["id"], productId=None, title=title)
        return self._back(_("The exhibit is added."))

    @action
    def unshow(self) -> HttpResponse:
        self.change("Unshow", id=self.form.text("exhibit", required=True))
        return self._back(_("The exhibit is removed."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts["id"])
        return self.go("expo-exhibitors", slug=self.parts["slug"], message=_("The exhibitor is removed."))

    def _back(self, message: str) -> HttpResponse:
        return self.go("expo-exhibitors-exhibitor", slug=self.parts["slug"], id=self.parts["id"], message=message)
