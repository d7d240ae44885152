"""The webhooks of a seller or of the operator, and adding one."""

from typing import ClassVar

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.webhook_desk.desk import WebhookDesk


class Webhooks(WebhookDesk):
    """The secret of a new one is shown once, above the list."""

    half: ClassVar[str] = "webhooks"

    def variables(self) -> Variables:
        return {**super().variables(), "owner": self.owner}

    @action
    def add(self) -> HttpResponse:
        given = {
            "seller": self.owner,
            "name": self.form.text("name", required=True),
            "targetUrl": self.form.text("targetUrl", required=True),
            "events": self.events_chosen(),
        }
        made = self.change("WebhookCreate", input=given)["webhookCreate"]
        self.form.values = None
        return self.show(new_secret=made["secret"], new_id=made["webhook"]["id"])
