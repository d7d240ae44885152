"""The texts of a product in the other languages, each beside the original."""

from typing import Any

from django.http import HttpResponse

from frontend.filters import api_language, bcp47
from frontend.page import action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.plain import editable
from frontend.seller_desk.product_page import ProductPage
from frontend.seller_desk.target_language import language_tabs, source_mark, target_of
from i18n.messages import gettext_noop as _

FIELDS = ("name", "description", "material")


class ProductTranslations(ProductPage):
    """One language at a time; it is in the address. Translations never lead back into review."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        product = data["product"]
        source = bcp47(product["sourceLanguage"]["code"])
        chosen = target_of(self, source)
        stored = {bcp47(one["language"]["code"]): one for one in product["translations"]}
        mine = stored.get(chosen, {})
        return {
            **super().context(data),
            "source": source,
            "chosen": chosen,
            "tabs": language_tabs(source=source, chosen=chosen, done=[c for c, one in stored.items() if one["name"]]),
            "original": {name: editable(product[name]) for name in FIELDS},
            "translated": {name: editable(mine.get(name) or "") for name in FIELDS},
            "mark": source_mark(mine.get("source")),
            "pictures": self._pictures(product, source, chosen),
        }

    @action
    def save(self) -> HttpResponse:
        product = self.load()["product"]
        source = bcp47(product["sourceLanguage"]["code"])
        chosen = target_of(self, source)
        texts = {name: self.form.text(name) for name in FIELDS}
        self.change("ProductTranslate", id=self.parts["id"], language=api_language(chosen), input=texts)
        errors: list[FieldError] = []
        for picture in self._pictures(product, source, chosen):
            errors += self._describe(picture, chosen)
        if errors:
            raise Refused(errors)
        return self.go(message=_("The translation is saved."))

    def _pictures(self, product: dict[str, Any], source: str, chosen: str) -> list[dict[str, Any]]:
        """Pictures that are described, with the words in both languages; ``""`` where the original stands in."""
        if not product["media"]:
            return []
        original = self._alts(product["id"], source)
        target = self._alts(product["id"], chosen)
        return [
            {
                **media,
                "alt": original[media["id"]],
                "translated": "" if target[media["id"]] == original[media["id"]] else target[media["id"]],
            }
            for media in product["media"]
            if original.get(media["id"])
        ]

    def _alts(self, product_id: str, language: str) -> dict[str, str]:
        found = self.ask_in(language, "Alts", id=product_id)["product"]["media"]
        return {media["id"]: media["alt"] for media in found}

    def _describe(self, picture: dict[str, Any], chosen: str) -> list[FieldError]:
        name = f"alt-{picture['id']}"
        words = self.form.text(name)
        if words == picture["translated"]:
            return []
        try:
            self.change("AltTranslate", id=picture["id"], language=api_language(chosen), alt=words)
        except Refused as refused:
            return [FieldError(name, error.code, error.message) for error in refused.errors]
        return []
