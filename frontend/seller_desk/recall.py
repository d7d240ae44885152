"""One recall: who got what, who was written to, what they said and what came back."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class Recall(SellerPage):
    """Receivers whom a partner alone knows are counted and written to, and not named."""

    required = ("recall",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["recall"]["seller"]["id"] != self.own["id"]:
            raise NotFound
        return super().context(data)

    @action
    def find(self) -> HttpResponse:
        self.change("RecallFind", id=self.parts["id"])
        return self.go(message=_("We looked again who got some of it."))

    @action
    def notify(self) -> HttpResponse:
        self.change("RecallNotify", id=self.parts["id"])
        return self.go(message=_("The letters are on their way."))

    @action
    def answer(self) -> HttpResponse:
        self.change(
            "RecallAnswer",
            id=self.form.text("receiver", required=True),
            answer=self.form.text("answer"),
            quantityBack=self.form.decimal("quantityBack", required=False),
        )
        return self.go(message=_("It is noted."))

    @action
    def close(self) -> HttpResponse:
        self.change("RecallClose", id=self.parts["id"])
        return self.go(message=_("The recall is over; the pages of the codes no longer speak of it."))
