"""Badges for the people of the stand: as many as the package allows, printed by the exhibitor."""

from typing import Any

from django.http import HttpResponse

from frontend.exhibitor_desk.desk_page import ExhibitorDeskPage
from frontend.page import action
from i18n.messages import gettext_noop as _


class Badges(ExhibitorDeskPage):
    """Everybody of the stand sees them; managers give them out and take them back."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        left = data["standBadges"]["allowance"] - len(data["standBadges"]["badges"])
        return {**super().context(data), "left": max(left, 0)}

    @action
    def add(self) -> HttpResponse:
        self.change("Add", exhibitor=self.exhibitor["id"], name=self.form.text("holderName", required=True))
        return self.go(message=_("The badge is ready to be printed."))

    @action
    def anew(self) -> HttpResponse:
        self.change("Anew", badge=self.form.text("badge", required=True))
        return self.go(message=_("There is a new badge. The old one opens no door any more."))

    @action
    def void(self) -> HttpResponse:
        self.change("Void", badge=self.form.text("badge", required=True))
        return self.go(message=_("The badge opens no door any more."))
