"""One collection: its words and picture, its products in order, and the markets that show it."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.structure_texts import moved_up, save_texts, texts_of
from frontend.page import Variables, action
from frontend.seller_desk.plain import editable
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _

FIELDS = ("name", "description")


class Collection(StaffPage):
    """``?q=`` finds products to add."""

    permissions = ("catalog.manage",)
    required = ("collection",)

    def variables(self) -> Variables:
        words = self.query("q")
        return {"id": self.parts["id"], "words": words, "searching": bool(words)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["collection"]
        listings = {each["channel"]["id"]: each["isPublished"] for each in one["channelListings"]}
        products = [edge["node"] for edge in one["products"]["edges"]]
        inside = {product["id"] for product in products}
        found = [edge["node"] for edge in data["found"]["edges"]] if data.get("found") else []
        rows = [{**row, "description": editable(row["description"])} for row in texts_of(one, FIELDS)]
        return {
            "one": {**one, "products": products},
            "description": editable(one["description"]),
            "texts": rows,
            "words": self.query("q"),
            "found": [product for product in found if product["id"] not in inside],
            "markets": [
                {**channel, "is_published": listings.get(channel["id"], False)} for channel in data["channels"]
            ],
        }

    @action
    def save(self) -> HttpResponse:
        answer: dict[str, Any] = {
            "name": self.form.text("name", required=True),
            "slug": self.form.text("slug"),
            "description": self.form.text("description"),
            "backgroundImageAlt": self.form.text("backgroundImageAlt"),
        }
        if upload := self.form.file("backgroundImage", required=False):
            answer["backgroundImage"] = upload
        elif self.form.text("removeImage"):
            answer["backgroundImage"] = None
        self.change("CollectionUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The collection is saved."))

    @action
    def publish(self) -> HttpResponse:
        wanted = set(self.form.all("channel"))
        channels = self.ask("Markets")["channels"]
        added = [{"channelId": channel["id"], "isPublished": channel["id"] in wanted} for channel in channels]
        self.change("Publish", id=self.parts["id"], input={"addChannels": added})
        return self.go(message=_("The markets are saved."))

    @action
    def add(self) -> HttpResponse:
        self.change("Add", id=self.parts["id"], products=[self.form.text("product", required=True)])
        return self.go(message=_("The product is added."))

    @action
    def remove(self) -> HttpResponse:
        self.change("Remove", id=self.parts["id"], products=[self.form.text("product", required=True)])
        return self.go(message=_("The product is taken out."))

    @action
    def move_up(self) -> HttpResponse:
        inside = self.ask("Collection", id=self.parts["id"], searching=False)["collection"]["products"]["edges"]
        order = moved_up([edge["node"]["id"] for edge in inside], self.form.text("product"))
        self.change("Reorder", id=self.parts["id"], products=order)
        return self.go()

    @action
    def translate(self) -> HttpResponse:
        node = self.ask("Collection", id=self.parts["id"], searching=False)["collection"]
        save_texts(self, "Translate", node, FIELDS)
        return self.go(message=_("The names are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("CollectionDelete", id=self.parts["id"])
        return self.go("operator-collections", message=_("The collection is deleted; its products stay."))
