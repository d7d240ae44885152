"""Viettel Post: parcels within Vietnam. It tells where they are by its messages alone."""

from __future__ import annotations

import hmac
import re
import time
from datetime import date
from decimal import Decimal
from functools import partial

from i18n.messages import gettext_noop as _
from logistics.carrier import (
    Account,
    AccountField,
    AddressForm,
    AlreadyBooked,
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
from logistics.carriers.http import base_url, call
from logistics.carriers.viettel_post.client import ask
from logistics.carriers.viettel_post.order import order, price_question
from logistics.carriers.viettel_post.statuses import STATUSES
from logistics.consignment import Consignment
from logistics.domestic import is_within_vietnam, weight_g

OWN_PRICE = _("Price of the carrier")
SERVICES = {
    "VCN": _("Express delivery"),
    "VTK": _("Economy delivery"),
    "PHS": _("Economy delivery within the province"),
    "VHT": _("Urgent delivery"),
}
WRITTEN = "%d/%m/%Y %H:%M:%S"
CANCEL = 4
CANCELLED_BEFORE = "already exists"
PRINT_REAL, PRINT_TRIAL = "https://digitalize.viettelpost.vn", "https://dev-print.viettelpost.vn"
A6 = "2"
LINK_SECONDS = 600


class ViettelPost(Carrier):
    code = "viettel_post"
    name = "Viettel Post"
    # No TRACK: its documentation has no way to ask for a parcel's state.
    capabilities = frozenset(Capability) - {Capability.TRACK}
    account_fields = (
        AccountField("username", _("User name")),
        AccountField("password", _("Password"), secret=True),
    )
    address_form = AddressForm.VN_2025
    label_formats = (LabelFormat.HTML,)
    webhook_secret_is_entered = True

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """Every service with a promised time, cheapest first; one without a promise is not offered."""
        if not is_within_vietnam(consignment):
            return []
        told = ask(account, "order/getPriceAllNlp", price_question(consignment))
        quotes = [_quote(each, consignment, on) for each in told["RESULT"].each() if _days(each)]
        return sorted(quotes, key=lambda quote: quote.price.amount)

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """The same key twice is refused by the carrier, which then does not say the number: `AlreadyBooked`."""
        if not service:
            raise CarrierError(self.code, "a service must be chosen", permanent=True)
        try:
            told = ask(account, "order/createOrderNlp", order(consignment, service, key))["data"]
        except CarrierError as refused:
            if _is_double(refused.said):
                raise AlreadyBooked(self.code) from refused
            raise
        return Booking(told["ORDER_NUMBER"].filled(), self.name, told["MONEY_TOTAL"].dong())

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat) -> Label:
        """A page for A6 paper, behind a link that is good for ten minutes."""
        expiry = int((time.time() + LINK_SECONDS) * 1000)
        wanted = {"EXPIRY_TIME": expiry, "ORDER_ARRAY": [tracking_number]}
        bill = ask(account, "order/printing-code", wanted)["message"].filled()
        address = base_url(account.settings, test=account.test, trial=PRINT_TRIAL, real=PRINT_REAL)
        query = {"type": A6, "bill": f"${bill}", "showPostage": "0"}
        page = call(self.code, "GET", f"{address}/DigitalizePrint/report.do", query=query)
        if not page.is_success or not page.content:
            raise page.refused("no label")
        return Label(page.content, "application/pdf" if page.content.startswith(b"%PDF") else "text/html")

    def cancel(self, *, account: Account, tracking_number: str) -> None:
        """Possible until it is picked up; one that is in that state already is what was wanted."""
        try:
            ask(account, "order/UpdateOrder", {"TYPE": CANCEL, "ORDER_NUMBER": tracking_number, "NOTE": ""})
        except CarrierError as refused:
            if CANCELLED_BEFORE not in refused.said.lower():
                raise

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        """``TOKEN`` in the body is our secret, entered at Viettel Post; nothing else proves the message."""
        told = read_json(request.body, partial(WebhookRefused, self.code))
        wanted, given = account.settings.get("webhook_secret", ""), told["TOKEN"].text()
        if not wanted or not hmac.compare_digest(wanted.encode(), given.encode()):
            raise WebhookRefused(self.code, "the secret is not right")
        data = told["DATA"]
        return [WebhookEvent(data["ORDER_NUMBER"].filled(), data.get("ORDER_REFERENCE").text(), _event(data))]

    def check(self, *, account: Account) -> None:
        ask(account, "order/getPriceAllNlp", CHECK)


CHECK = {
    "SENDER_ADDRESS": "Phường Thủ Dầu Một, Thành phố Hồ Chí Minh",
    "RECEIVER_ADDRESS": "Phường Sài Gòn, Thành phố Hồ Chí Minh",
    "PRODUCT_TYPE": "HH",
    "PRODUCT_WEIGHT": 100,
    "PRODUCT_PRICE": 0,
    "MONEY_COLLECTION": 0,
    "TYPE": 1,
}
"""A price of nothing much: a question that every account may ask."""


def _quote(told: Found, consignment: Consignment, on: date) -> Quote:
    service, weight = told["MA_DV_CHINH"].text(), weight_g(consignment, ViettelPost.code)
    counted = told.get("EXCHANGE_WEIGHT").whole() if told.get("EXCHANGE_WEIGHT") else 0
    days = _days(told)
    return Quote(
        service=service,
        name=SERVICES.get(service) or told["TEN_DICHVU"].text(),
        price=told["GIA_CUOC"].dong(),
        min_days=days,
        max_days=days,
        zone="",
        chargeable=Decimal(max(weight, counted)) / 1000,
        unit="kg",
        by_volume=counted > weight,
        tariff=OWN_PRICE,
        tariff_from=on,
    )


def _days(told: Found) -> int:
    """``36 giờ`` -> 2; 0 where no hours are promised."""
    hours = re.match(r"\d{1,4}", told.get("THOI_GIAN").text())
    return -(-int(hours[0]) // 24) if hours else 0


def _is_double(said: str) -> bool:
    """The documentation does not have the words for an order that exists, but both languages have one word for it."""
    words = said.lower()
    is_none = "không tồn tại" in words or "not exist" in words
    return not is_none and ("tồn tại" in words or "exist" in words)


def _event(data: Found) -> CarrierEvent:
    code = data["ORDER_STATUS"].text()
    status, incident = STATUSES.get(code, ("", None))
    note = data.get("NOTE").text() or data.get("STATUS_NAME").text()
    place = _place(data.get("LOCATION_CURRENTLY").text())
    return CarrierEvent(status, code, data["ORDER_STATUSDATE"].moment(WRITTEN), place, note, incident)


def _place(text: str) -> str:
    """``HNI, GLM, Bưu cục Gia Lâm - HNI - Hà Nội, 0900000000, …``: the post office, without telephone numbers."""
    parts = [part.strip() for part in text.split(",")]
    return next((part for part in parts if part.lower().startswith("bưu cục")), parts[0])[:120]


carrier = ViettelPost()
