"""Everything about the shop that is set once and then left alone, in one place."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _


class Settings(SellerPage):
    """What a person may not open is not shown to them."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {**super().context(data), "steps": data["sellerFirstSteps"]}

    @action
    def show_steps(self) -> HttpResponse:
        """The first steps come back to Today."""
        self.change("Hide", seller=self.own["id"], hidden=False)
        return self.go("seller-today", seller=self.own["slug"], message=_("The first steps are shown on Today again."))
