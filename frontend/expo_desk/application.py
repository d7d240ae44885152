"""One application to exhibit: what the firm says, and the organiser's answer."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import Variables, action
from frontend.refusals import NotFound
from i18n.messages import gettext_noop as _


class Application(FairPage):
    """Approving makes an exhibitor with a contract; all other answers go with a reason."""

    required = ("expo", "fairApplication")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["fairApplication"]["expo"]["id"] != data["expo"]["id"]:
            raise NotFound
        return {**super().context(data), "one": data["fairApplication"]}

    @action
    def approve(self) -> HttpResponse:
        made = self.change("Approve", id=self.parts["id"])["fairApplicationApprove"]["exhibitor"]["id"]
        message = _("The firm is an exhibitor now; the contract is on its way. Give it a booth on the plan.")
        return self.go("expo-exhibitors-exhibitor", slug=self.parts["slug"], id=made, message=message)

    @action
    def waitlist(self) -> HttpResponse:
        self.change("Waitlist", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The firm is on the waiting list and knows it."))

    @action
    def decline(self) -> HttpResponse:
        self.change("Decline", id=self.parts["id"], reason=self.form.text("reason", required=True))
        return self.go(message=_("The application is declined; the firm has been told why."))
