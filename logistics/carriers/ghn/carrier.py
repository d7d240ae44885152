"""GHN (Giao Hàng Nhanh): parcels within Vietnam, from the door to the door."""

from __future__ import annotations

import hmac
from datetime import date
from decimal import Decimal
from functools import partial

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
from logistics.carriers.found import VIETNAM, Found, read_json
from logistics.carriers.ghn.client import address, ask
from logistics.carriers.ghn.order import order, service_for
from logistics.carriers.ghn.statuses import STATUSES
from logistics.carriers.http import call
from logistics.consignment import Consignment
from logistics.domestic import is_within_vietnam, weight_g

SERVICES = {2: _("Standard parcel"), 5: _("Heavy goods")}
OWN_PRICE = _("Price of the carrier")
STATES = {"create", "switch_status"}


class Ghn(Carrier):
    code = "ghn"
    name = "GHN (Giao Hàng Nhanh)"
    capabilities = frozenset(Capability)
    account_fields = (
        AccountField("token", _("API token"), secret=True),
        AccountField("shop_id", _("Shop number")),
    )
    address_form = AddressForm.VN_2025
    label_formats = (LabelFormat.HTML,)
    webhook_query = "secret"

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """One price: of the service that takes this weight. GHN prices an order that is not placed (``preview``)."""
        if not is_within_vietnam(consignment):
            return []
        service = service_for(consignment)
        told = ask(account, "v2/shipping-order/preview", order(consignment, service, ""))
        days = max((told["expected_delivery_time"].moment().astimezone(VIETNAM).date() - on).days, 1)
        return [
            Quote(
                service=str(service),
                name=SERVICES[service],
                price=told["total_fee"].dong(),
                min_days=days,
                max_days=days,
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
        """GHN answers with the same order for the same ``client_order_code``: asking again is safe."""
        chosen = service_for(consignment)
        if service not in ("", str(chosen)):
            raise CarrierError(self.code, f"the service {service!r} does not take this weight", permanent=True)
        told = ask(account, "v2/shipping-order/create", order(consignment, chosen, key))
        return Booking(
            tracking_number=told["order_code"].filled(),
            carrier_name=self.name,
            cost=told["total_fee"].dong(),
            estimated_delivery=told["expected_delivery_time"].moment().astimezone(VIETNAM).date(),
        )

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat) -> Label:
        """A page for A5 paper; the token in its address is good for half an hour."""
        token = ask(account, "v2/a5/gen-token", {"order_codes": [tracking_number]})["token"].text()
        page = call(self.code, "GET", f"{address(account)}/a5/public-api/printA5", query={"token": token})
        if not page.is_success or not page.content:
            raise page.refused("no label")
        return Label(page.content, "text/html")

    def cancel(self, *, account: Account, tracking_number: str) -> None:
        """GHN answers for each order by itself; one that is cancelled already is what was wanted."""
        for each in ask(account, "v2/switch-status/cancel", {"order_codes": [tracking_number]}).each():
            if each["order_code"].text() == tracking_number and each["result"].value is True:
                return
        if self._state(account, tracking_number) != "cancel":
            raise CarrierError(self.code, "the order can no longer be cancelled", permanent=True)

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        detail = ask(account, "v2/shipping-order/detail", {"order_code": tracking_number})
        events = [_event(line["status"].text(), line["updated_date"]) for line in detail.get("log").each()]
        return sorted(events, key=lambda event: event.occurred_at)

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        """GHN signs nothing: the secret in the address and the number of the shop are all there is to check."""
        wanted, given = account.settings.get("webhook_secret", ""), request.query.get("secret", "")
        if not wanted or not hmac.compare_digest(wanted.encode(), given.encode()):
            raise WebhookRefused(self.code, "the secret is not right")
        told = read_json(request.body, partial(WebhookRefused, self.code))
        if told["ShopID"].text() != account.settings["shop_id"]:
            raise WebhookRefused(self.code, "another shop is meant")
        event = _told(told)
        return [WebhookEvent(told["OrderCode"].filled(), told.get("ClientOrderCode").text(), event)]

    def check(self, *, account: Account) -> None:
        ask(account, "v2/shop/all", {"offset": 0, "limit": 1, "client_phone": ""})

    def _state(self, account: Account, tracking_number: str) -> str:
        return ask(account, "v2/shipping-order/detail", {"order_code": tracking_number})["status"].text()


def _told(told: Found) -> CarrierEvent:
    kind = told["Type"].text().lower()
    if kind not in STATES:  # a new weight or fee: worth a note, no state
        return CarrierEvent("", kind, told["Time"].moment(), told.get("Warehouse").text())
    reason = told.get("Reason").text()
    return _event(told["Status"].text(), told["Time"], place=told.get("Warehouse").text(), note=reason)


def _event(code: str, at: Found, place: str = "", note: str = "") -> CarrierEvent:
    status, incident = STATUSES.get(code.lower(), ("", None))
    return CarrierEvent(status, code, at.moment(), place, note, incident)


carrier = Ghn()
