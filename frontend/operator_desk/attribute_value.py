"""One value of an attribute: its names, its colour or picture."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.structure_texts import save_texts, texts_of
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class AttributeValue(StaffPage):
    """Below its attribute's page."""

    permissions = ("catalog.manage",)
    required = ("attribute", "attributeValue")

    def variables(self) -> Variables:
        return {"id": self.parts["id"], "value": self.parts["value"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["attributeValue"]["attribute"]["id"] != data["attribute"]["id"]:
            raise NotFound
        return {"one": data["attributeValue"], "texts": texts_of(data["attributeValue"])}

    @action
    def save(self) -> HttpResponse:
        answer: dict[str, Any] = {"name": self.form.text("name", required=True), "slug": self.form.text("slug")}
        if self.form.text("isSwatch"):
            answer["value"] = self.form.text("value")
            if upload := self.form.file("picture", required=False):
                answer["picture"] = upload
        self.change("ValueUpdate", id=self.parts["value"], input=answer)
        return self.go(message=_("The value is saved."))

    @action
    def translate(self) -> HttpResponse:
        node = self.ask("AttributeValue", **self.variables())["attributeValue"]
        save_texts(self, "Translate", node)
        return self.go(message=_("The names are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("ValueDelete", id=self.parts["value"])
        words = _("The value is deleted; products that had chosen it no longer say it.")
        return self.go("operator-attributes-attribute", id=self.parts["id"], message=words)
