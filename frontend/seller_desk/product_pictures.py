"""The pictures of a product: the first is its face. Each says in words what it shows."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import bcp47
from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class ProductPictures(ProductPage):
    """The words are in the product's own language; those in others stand with the translations."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        source = bcp47(data["product"]["sourceLanguage"]["code"])
        alts = self.ask_in(source, "Alts", id=data["product"]["id"])["product"]["media"]
        words = {media["id"]: media["alt"] for media in alts}
        pictures = [{**media, "alt": words.get(media["id"], "")} for media in data["product"]["media"]]
        return {**super().context(data), "pictures": pictures, "source": source}

    @action
    def add(self) -> HttpResponse:
        picture = {"product": self.parts["id"], "image": self.form.file("image"), "alt": self.form.text("alt")}
        self.change("MediaCreate", input=picture)
        return self.go(message=_("The picture is added."))

    @action
    def describe(self) -> HttpResponse:
        media = self.form.text("media", required=True)
        try:
            self.change("MediaUpdate", id=media, alt=self.form.text(f"alt-{media}"))
        except Refused as refused:
            raise Refused([FieldError(f"alt-{media}", e.code, e.message) for e in refused.errors]) from refused
        return self.go(message=_("The words are saved."))

    @action
    def remove(self) -> HttpResponse:
        self.change("MediaDelete", id=self.form.text("media", required=True))
        return self.go(message=_("The picture is removed."))

    @action
    def to_front(self) -> HttpResponse:
        """The chosen picture first, the others in their order."""
        chosen = self.form.text("media", required=True)
        ids = [media["id"] for media in self.load()["product"]["media"]]
        if chosen not in ids:
            raise self.refuse("media", _("There is no such picture any more."))
        rest = [each for each in ids if each != chosen]
        self.change("MediaReorder", product=self.parts["id"], media=[chosen, *rest])
        return self.go(message=_("The picture stands first now."))
