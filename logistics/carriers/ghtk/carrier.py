"""GHTK (Giao Hàng Tiết Kiệm): parcels within Vietnam by road."""

from __future__ import annotations

import hmac
import json
from datetime import date
from decimal import Decimal
from functools import partial
from urllib.parse import parse_qsl, quote

from i18n.messages import gettext_noop as _
from logistics.carrier import (
    Account,
    AccountField,
    AddressForm,
    Booking,
    Capability,
    Carrier,
    CarrierError,
    CarrierEvent,
    Label,
    LabelFormat,
    Quote,
    WebhookEvent,
    WebhookRefused,
    WebhookRequest,
)
from logistics.carriers.found import Found, read_json
from logistics.carriers.ghtk.client import ask, error_code, reach
from logistics.carriers.ghtk.order import ROAD, order, price_query
from logistics.carriers.ghtk.statuses import STATUSES
from logistics.consignment import Consignment
from logistics.domestic import is_within_vietnam, weight_g

OWN_PRICE = _("Price of the carrier")
BY_ROAD = _("Economy parcel by road")
WITHIN_PROVINCE, ELSEWHERE = (1, 2), (2, 5)
"""Usual days: GHTK says none with a price."""
CANCELLED = "-1"


class Ghtk(Carrier):
    code = "ghtk"
    name = "GHTK (Giao Hàng Tiết Kiệm)"
    capabilities = frozenset(Capability)
    account_fields = (
        AccountField("token", _("API token"), secret=True),
        AccountField("partner_code", _("Partner code"), required=False),
    )
    address_form = AddressForm.VN_PRE_2025
    label_formats = (LabelFormat.PDF,)
    webhook_query = "hash"

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        if not is_within_vietnam(consignment):
            return []
        asked = price_query(consignment)
        fee = ask(account, "GET", "shipment/fee", query=asked)["fee"]
        if fee["delivery"].value is not True:
            return []
        days = WITHIN_PROVINCE if asked["pick_province"] == asked["province"] else ELSEWHERE
        return [
            Quote(
                service=ROAD,
                name=BY_ROAD,
                price=fee["fee"].dong(),
                min_days=days[0],
                max_days=days[1],
                zone="",
                chargeable=Decimal(weight_g(consignment, self.code)) / 1000,
                unit="kg",
                by_volume=False,
                tariff=OWN_PRICE,
                tariff_from=on,
            )
        ]

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """An order that exists already is answered with its number, and is this booking: its id is our key."""
        if service not in ("", ROAD):
            raise CarrierError(self.code, f"there is no service {service!r}", permanent=True)
        answer = reach(account, "POST", "shipment/order", query={"ver": "1.5"}, body=order(consignment, key))
        told = answer.json()
        if told["success"].value is True:
            placed = told["order"]
            return Booking(placed["label"].filled(), self.name, placed["fee"].dong())
        if error_code(told) == "ORDER_ID_EXIST":
            known = told.get("error").get("ghtk_label") or told["ghtk_label"]
            return Booking(known.filled(), self.name)
        raise answer.refused(error_code(told) or "no code", told.get("message").text())

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat) -> Label:
        answer = reach(account, "GET", f"label/{quote(tracking_number, safe='')}", query={"page_size": "A6"})
        if not answer.content.startswith(b"%PDF"):
            told = answer.json()
            raise answer.refused(error_code(told) or "no label", told.get("message").text())
        return Label(answer.content, "application/pdf")

    def cancel(self, *, account: Account, tracking_number: str) -> None:
        """Possible until it is picked up; one that is cancelled already is what was wanted."""
        answer = reach(account, "POST", f"shipment/cancel/{quote(tracking_number, safe='')}")
        told = answer.json()
        if told["success"].value is not True and self._state(account, tracking_number) != CANCELLED:
            raise answer.refused(error_code(told) or "too late", told.get("message").text())

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        """GHTK tells the present state alone; what was before it comes with its messages."""
        told = self._order(account, tracking_number)
        return [_event(told["status"].text(), told["modified"], told.get("message").text())]

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        """GHTK signs nothing: the secret in the address is all there is to check. It sends a form or JSON."""
        wanted, given = account.settings.get("webhook_secret", ""), request.query.get("hash", "")
        if not wanted or not hmac.compare_digest(wanted.encode(), given.encode()):
            raise WebhookRefused(self.code, "the secret is not right")
        told = read_json(_as_json(request.body), partial(WebhookRefused, self.code))
        event = _event(told["status_id"].text(), told["action_time"], told.get("reason").text())
        return [WebhookEvent(told["label_id"].filled(), told.get("partner_id").text(), event)]

    def check(self, *, account: Account) -> None:
        ask(account, "GET", "authenticated")

    def _state(self, account: Account, tracking_number: str) -> str:
        return self._order(account, tracking_number)["status"].text()

    def _order(self, account: Account, tracking_number: str) -> Found:
        return ask(account, "GET", f"shipment/v2/{quote(tracking_number, safe='')}")["order"]


def _as_json(body: bytes) -> bytes:
    """A web form as the JSON that it would be; whatever is none stays as it is."""
    if body[:1] in (b"{", b"["):
        return body
    fields = dict(parse_qsl(body.decode("utf-8", "replace")))
    return json.dumps(fields).encode() if fields else body


def _event(code: str, at: Found, note: str) -> CarrierEvent:
    status, incident = STATUSES.get(code, ("", None))
    return CarrierEvent(status, code, at.moment(), note=note, incident=incident)


carrier = Ghtk()
