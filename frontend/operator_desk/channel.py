"""One market: what it is, what it offers, and whether it is open."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.staff_page import StaffPage
from i18n.messages import gettext_noop as _


class Channel(StaffPage):
    """A form with a box for every feature, and one to open or close the market."""

    permissions = ("channels.manage",)
    required = ("channel",)

    @property
    def _shown(self) -> dict[str, Any]:
        shown: dict[str, Any] = self.load()["channel"]
        return shown

    @action
    def switch(self) -> HttpResponse:
        shown = self._shown
        ticked = set(self.form.values.getlist("feature")) if self.form.values is not None else set()
        changed = [
            {"code": feature["code"], "enabled": feature["code"] in ticked}
            for feature in shown["features"]
            if feature["enabled"] != (feature["code"] in ticked)
        ]
        if not changed:
            return self.go(message=_("Nothing was changed."))
        self.change("Switch", id=shown["id"], features=changed)
        return self.go(message=_("It holds from now on."))

    @action
    def open(self) -> HttpResponse:
        self.change("Open", id=self._shown["id"], isActive=True)
        return self.go(message=_("The market is open."))

    @action
    def close(self) -> HttpResponse:
        self.change("Open", id=self._shown["id"], isActive=False)
        return self.go(message=_("The market is closed. Orders under way go on."))
