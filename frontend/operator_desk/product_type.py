"""One product type: its names, and what it asks of products and their variants."""

from typing import Any

from django.http import HttpResponse

from frontend.operator_desk.product_types import KINDS
from frontend.operator_desk.structure_texts import moved_up, save_texts, texts_of
from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class ProductType(StaffPage):
    """Attributes are added by the last part of their address."""

    permissions = ("catalog.manage",)
    required = ("productType",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        one = data["productType"]
        chosen_by = {each["attribute"]["id"] for each in one["assignedVariantAttributes"] if each["variantSelection"]}
        places = [
            ("PRODUCT", _("Asked of the product"), one["productAttributes"]),
            ("VARIANT", _("Asked of each variant"), one["variantAttributes"]),
        ]
        return {"one": one, "texts": texts_of(one), "kinds": KINDS, "places": places, "chosen_by": chosen_by}

    @action
    def save(self) -> HttpResponse:
        answer = {
            "name": self.form.text("name", required=True),
            "slug": self.form.text("slug"),
            "kind": self.form.optional("kind"),
        }
        self.change("TypeUpdate", id=self.parts["id"], input=answer)
        return self.go(message=_("The product type is saved."))

    @action
    def assign(self) -> HttpResponse:
        attribute = self.ask("AttributeNamed", slug=self.form.text("attribute", required=True))["attribute"]
        if attribute is None:
            raise self.refuse("attribute", _("There is no such attribute."))
        operation = {
            "id": attribute["id"],
            "type": self.form.text("type") if self.form.text("type") in ("PRODUCT", "VARIANT") else "PRODUCT",
            "variantSelection": bool(self.form.text("variantSelection")),
        }
        self.change("Assign", id=self.parts["id"], operations=[operation])
        return self.go(message=_("The attribute is asked from now on."))

    @action
    def unassign(self) -> HttpResponse:
        self.change("Unassign", id=self.parts["id"], attributes=[self.form.text("attribute", required=True)])
        return self.go(message=_("The attribute is no longer asked; what was said stays."))

    @action
    def move_up(self) -> HttpResponse:
        one = self.ask("ProductType", id=self.parts["id"])["productType"]
        attributes = [*one["productAttributes"], *one["variantAttributes"]]
        order = moved_up([each["id"] for each in attributes], self.form.text("attribute"))
        self.change("Reorder", id=self.parts["id"], attributes=order)
        return self.go()

    @action
    def translate(self) -> HttpResponse:
        save_texts(self, "Translate", self.ask("ProductType", id=self.parts["id"])["productType"])
        return self.go(message=_("The names are saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("TypeDelete", id=self.parts["id"])
        return self.go("operator-product-types", message=_("The product type is deleted; its products stay."))
