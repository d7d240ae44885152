"""EMS Vietnam: express parcels, followed. They are booked at EMS' own counter or pages, or through VNPost."""

from __future__ import annotations

import hmac
from functools import partial
from urllib.parse import quote

from i18n.messages import gettext_noop as _
from logistics.carrier import (
    Account,
    AccountField,
    Capability,
    Carrier,
    CarrierEvent,
    WebhookEvent,
    WebhookRefused,
    WebhookRequest,
)
from logistics.carriers.ems.client import CODE, ask
from logistics.carriers.ems.statuses import meaning_of
from logistics.carriers.found import Found, read_json

TRACED = "%Y-%m-%d %H:%M:%S"
TOLD = "%d/%m/%Y %H:%M:%S"


class Ems(Carrier):
    """No booking: EMS documents no way to learn whether a key was booked before, and twice is worse than not at all."""

    code = CODE
    name = "EMS Vietnam"
    capabilities = frozenset({Capability.TRACK, Capability.WEBHOOK})
    account_fields = (AccountField("merchant_token", _("API token"), secret=True),)
    webhook_query = "secret"

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        told = ask(account, f"orders/tracking/{quote(tracking_number, safe='')}")
        events = [_traced(line) for line in reversed(told["__get_status"].each())]
        return sorted(events, key=lambda event: event.occurred_at)  # the newest comes first, also of the same moment

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        """EMS signs nothing: the secret in the address is all there is, and the id it gives every message."""
        wanted, given = account.settings.get("webhook_secret", ""), request.query.get("secret", "")
        if not wanted or not hmac.compare_digest(wanted.encode(), given.encode()):
            raise WebhookRefused(CODE, "the secret is not right")
        if not request.headers.get("ems-transaction", "").strip():
            raise WebhookRefused(CODE, "the message has no id")
        told = read_json(request.body, partial(WebhookRefused, CODE))
        return [WebhookEvent(told["tracking_code"].text(), told.get("order_code").text(), _told(told))]

    def check(self, *, account: Account) -> None:
        """The list of services, which EMS shows to whom it knows."""
        ask(account, "config/service")


def _traced(line: Found) -> CarrierEvent:
    code, words = line["status"].text(), line.get("description").text()
    status, incident = meaning_of(code, words)
    return CarrierEvent(status, code, line["tracedate"].moment(TRACED), line.get("address").text(), words, incident)


def _told(told: Found) -> CarrierEvent:
    code, words = told["status_code"].text(), told["status_name"].text()
    status, incident = meaning_of(code, words)
    note = told.get("note").text() or words
    return CarrierEvent(status, code, told["datetime"].moment(TOLD), told.get("locate").text(), note, incident)


carrier = Ems()
