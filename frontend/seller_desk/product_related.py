"""Which other products of the shop are shown beside this one."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.product_page import ProductPage
from i18n.messages import gettext_noop as _


class ProductRelated(ProductPage):
    """A list in order; what is of the same category is shown below it by itself."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        chosen = data["product"]["relatedChoices"] or []
        taken = {data["product"]["id"], *(choice["product"]["id"] for choice in chosen)}
        others = [edge["node"] for edge in data["products"]["edges"] if edge["node"]["id"] not in taken]
        return {**super().context(data), "chosen": chosen, "others": [(one["id"], one["name"]) for one in others]}

    @action
    def add(self) -> HttpResponse:
        new = {"product": self.form.text("related", required=True), "bothWays": bool(self.form.text("bothWays"))}
        self._keep([*self._chosen(), new])
        return self.go(message=_("It is shown beside the product now."))

    @action
    def drop(self) -> HttpResponse:
        gone = self.form.text("related", required=True)
        self._keep([choice for choice in self._chosen() if choice["product"] != gone])
        return self.go(message=_("It is no longer shown beside the product."))

    @action
    def to_front(self) -> HttpResponse:
        first = self.form.text("related", required=True)
        chosen = self._chosen()
        self._keep(sorted(chosen, key=lambda choice: choice["product"] != first))
        return self.go(message=_("It stands first now."))

    def _chosen(self) -> list[dict[str, Any]]:
        choices = self.load()["product"]["relatedChoices"] or []
        return [{"product": choice["product"]["id"], "bothWays": choice["bothWays"]} for choice in choices]

    def _keep(self, choices: list[dict[str, Any]]) -> None:
        self.change("Related", id=self.parts["id"], related=choices)
