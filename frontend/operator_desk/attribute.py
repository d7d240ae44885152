"""One attribute: what it asks, its names, and the values it offers."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.attributes import TYPES, UNITS
from frontend.operator_desk.structure_texts import moved_up, save_texts, texts_of, words_of
from frontend.page import Variables, action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
FIELDS = ("name", "description")


class Attribute(StaffPage):
    """Its values fifty at a time; ``?q=`` finds some by part of their English name."""

    permissions = ("catalog.manage",)
    required = ("attribute",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "search": self.query("q") or None, **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        texts = texts_of(data["attribute"], FIELDS)
        return {"texts": texts, "types": TYPES, "units": UNITS, "words": self.query("q")}

    @action
    def save(self) -> HttpResponse:
        answer: dict[str, Any] = {
            "name": self.form.text("name", required=True),
            "slug": self.form.text("slug"),
            "description": self.form.text("description"),
            "valueRequired": bool(self.form.text("valueRequired")),
            "filterableInStorefront": bool(self.form.text("filterableInStorefront")),
            "isVariant": bool(self.form.text("isVariant")),
        }
        if self.form.text("hasNumbers"):
            answer["unit"] = self.form.optional("unit")
            for bound in ("lowest", "highest"):
                answer[bound] = self.form.decimal(bound, required=False)
        self.change("AttributeUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The attribute is saved."))

    @action
    def add_values(self) -> HttpResponse:
        names = [{"name": name} for name in words_of(self.form.text("values", required=True))]
        self.change("AttributeUpdate", id=self.parts["id"], input={"addValues": names})
        return self.go(message=_("The values are added."))

    @action
    def move_up(self) -> HttpResponse:
        page = self.ask("Attribute", **self.variables())["attribute"]["choices"]["edges"]
        order = moved_up([edge["node"]["id"] for edge in page], self.form.text("value"))
        self.change("Reorder", id=self.parts["id"], values=order)
        return self.go()

    @action
    def translate(self) -> HttpResponse:
        save_texts(self, "Translate", self.ask("Attribute", id=self.parts["id"])["attribute"], FIELDS)
        return self.go(message=_("The names are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("AttributeDelete", id=self.parts["id"])
        return self.go("operator-attributes", message=_("The attribute is deleted, with what products said by it."))
