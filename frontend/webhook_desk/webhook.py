"""One webhook: what it is told of, what came of each call, its secret."""

from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseRedirect

from frontend import flash
from frontend.page import Variables, action
from frontend.refusals import NotFound
from frontend.webhook_desk.desk import WebhookDesk
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20
STATES = ("PENDING", "SUCCESS", "FAILED")


class Webhook(WebhookDesk):
    """The log stands below, the newest first."""

    half: ClassVar[str] = "webhook"
    required = ("webhook",)

    def variables(self) -> Variables:
        state = self.query("state")
        return {
            **super().variables(),
            "status": state if state in STATES else None,
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        seller = data["webhook"]["seller"]
        if (seller and seller["id"]) != self.owner:
            raise NotFound  # of another desk, which the visitor has too
        return {
            **super().context(data),
            "state": self.query("state"),
            "deliveries": [edge["node"] for edge in data["webhookDeliveries"]["edges"]],
        }

    @action
    def save(self) -> HttpResponse:
        given = {
            "name": self.form.text("name", required=True),
            "targetUrl": self.form.text("targetUrl", required=True),
            "events": self.events_chosen(),
        }
        self.change("WebhookUpdate", id=self.parts["id"], input=given)
        return self.go(message=_("Saved."))

    @action
    def switch_on(self) -> HttpResponse:
        self.change("WebhookUpdate", id=self.parts["id"], input={"isActive": True})
        return self.go(message=_("It is told again from now on."))

    @action
    def switch_off(self) -> HttpResponse:
        self.change("WebhookUpdate", id=self.parts["id"], input={"isActive": False})
        return self.go(message=_("It is told nothing more."))

    @action
    def rotate(self) -> HttpResponse:
        made = self.change("WebhookRotateSecret", id=self.parts["id"])["webhookRotateSecret"]
        self.form.values = None
        return self.show(new_secret=made["secret"])

    @action
    def try_it(self) -> HttpResponse:
        self.change("WebhookTest", id=self.parts["id"])
        return self.go(message=_("A greeting is on its way. Load this page again in a moment."))

    @action
    def send_again(self) -> HttpResponse:
        self.change("WebhookReplay", id=self.form.text("delivery", required=True))
        return self.go(message=_("It is on its way once more."))

    @action
    def remove(self) -> HttpResponse:
        self.change("WebhookDelete", id=self.parts["id"])
        flash.leave(self.visit, _("The webhook is removed."))
        return HttpResponseRedirect(self.to_list())
