"""One category: its names, where it stands, what it suggests to sellers."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.structure_texts import save_texts, texts_of, words_of
from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

FIELDS = ("name", "description")


class Category(StaffPage):
    """The parent and the attributes are named by the last part of their address."""

    permissions = ("catalog.manage",)
    required = ("category",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        category = data["category"]
        return {
            "texts": texts_of(category, FIELDS),
            "suggested": "\n".join(attribute["slug"] for attribute in category["attributes"]),
        }

    @action
    def save(self) -> HttpResponse:
        answer = {
            "name": self.form.text("name", required=True),
            "slug": self.form.text("slug"),
            "description": self.form.text("description"),
            "sortOrder": self.form.integer("sortOrder", required=False) or 0,
        }
        self.change("CategoryUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The category is saved."))

    @action
    def move(self) -> HttpResponse:
        slug = self.form.text("parent")
        parent = self.ask("Parent", slug=slug)["category"] if slug else None
        if slug and parent is None:
            raise self.refuse("parent", _("There is no such category."))
        self.change("CategoryMove", id=self.parts["id"], parent=parent and parent["id"])
        return self.go(message=_("The category is moved, with everything below it."))

    @action
    def suggest(self) -> HttpResponse:
        slugs = words_of(self.form.text("attributes"))
        edges = self.ask("Attributes", filter={"slugs": slugs})["attributes"]["edges"] if slugs else []
        by_slug = {edge["node"]["slug"]: edge["node"]["id"] for edge in edges}
        missing = [slug for slug in slugs if slug not in by_slug]
        if missing:
            raise self.refuse("attributes", _("There is no such attribute."))
        self.change("Suggest", id=self.parts["id"], attributes=[by_slug[slug] for slug in slugs])
        return self.go(message=_("The suggestions are saved."))

    @action
    def translate(self) -> HttpResponse:
        save_texts(self, "Translate", self.ask("Category", id=self.parts["id"])["category"], FIELDS)
        return self.go(message=_("The names are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("CategoryDelete", id=self.parts["id"])
        return self.go("operator-categories", message=_("The category is deleted."))
