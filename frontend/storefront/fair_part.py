"""What the pages of one fair have in common: whether it is over, and keeping exhibitors for one's way."""

from datetime import date
from typing import Any, ClassVar

from django.http import HttpResponse

from frontend.page import Page, action
from frontend.storefront.kept_exhibitors import MOST, drop, keep, kept
from i18n.messages import gettext_noop as _
from i18n.today import today_here


class FairPart(Page):
    """Below the fair's slug; its document has ``Keep`` and ``Drop``."""

    required: ClassVar[tuple[str, ...]] = ("expo",)

    def is_over(self, expo: dict[str, Any]) -> bool:
        return date.fromisoformat(str(expo["endsOn"])) < today_here()

    def is_kept(self, exhibitor: dict[str, Any]) -> bool:
        return exhibitor["isFavorite"] or exhibitor["id"] in kept(self.visit, self.parts["slug"])

    @action
    def keep(self) -> HttpResponse:
        if not keep(self, self.parts["slug"], self.form.text("exhibitor", required=True)):
            message = _("Your route has %(most)s exhibitors already. Sign in to keep more.") % {"most": MOST}
            raise self.refuse("exhibitor", message)
        return self.go(message=_("Added to your route."))

    @action
    def drop(self) -> HttpResponse:
        drop(self, self.parts["slug"], self.form.text("exhibitor", required=True))
        return self.go(message=_("Removed from your route."))
