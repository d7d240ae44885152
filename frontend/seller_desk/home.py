"""The door of the seller's desk: to the only seller, to one of several, or to the application."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.page import Page
from frontend.seller_desk.seller_page import desk_of


class Home(Page):
    """Which seller's desk."""

    needs_sign_in = True

    def load(self) -> dict[str, Any]:
        return desk_of(self)

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        sellers = self.load()["mySellers"]
        if len(sellers) == 1:
            return HttpResponseRedirect(self.url("seller-today", seller=sellers[0]["slug"]))
        return super().show(status, **more)
