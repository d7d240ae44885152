"""VNPost (MyVNPost): parcels within Vietnam, standard and express (EMS), to every post office there is."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from datetime import date
from decimal import Decimal

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
    WebhookRequest,
)
from logistics.carriers.found import Found
from logistics.carriers.vnpost import webhook
from logistics.carriers.vnpost.client import CODE, ask, sign_in
from logistics.carriers.vnpost.moments import moment_in
from logistics.carriers.vnpost.order import charge_request, order_request
from logistics.carriers.vnpost.statuses import STATUSES
from logistics.consignment import Consignment
from logistics.domestic import is_within_vietnam

OWN_PRICE = _("Price of the carrier")
STANDARD, EXPRESS = _("Standard parcel"), _("Express parcel")
BY_NUMBER, BY_OUR_KEY = "1", "2"
"""``type`` of a look-up: VNPost's number of the item, or our code of the order."""
_DAYS = {STANDARD: (2, 6), EXPRESS: (1, 3)}
"""VNPost's prices come without days; these are what it states for its two nets."""
_DONE, _WAITS = "00", "02"


class Vnpost(Carrier):
    code = CODE
    name = "VNPost"
    capabilities = frozenset(Capability)
    account_fields = (
        AccountField("username", _("API user name")),
        AccountField("password", _("API password"), secret=True),
        AccountField("customer_code", _("Customer number")),
        AccountField("contract_code", _("Contract number"), required=False),
        AccountField(
            "webhook_key", _("Public key that the carrier's messages are checked by"), required=False, has_lines=True
        ),
    )
    address_form = AddressForm.VN_2025
    label_formats = (LabelFormat.PDF,)

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        """Every service that is open to the account."""
        if not is_within_vietnam(consignment):
            return []
        told = ask(account, "POST", "/ServicesCharge", body=charge_request(account, consignment))
        return sorted((_quote(line, on) for line in told.each()), key=lambda quote: quote.price.amount)

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        """VNPost takes an order code twice without a word: whether it has ours already is asked first."""
        known = _find(account, BY_OUR_KEY, key)
        if known is None:
            body = order_request(account, consignment, service, key)
            known = ask(account, "POST", "/CreateOrder", body=body)
        number = known["itemCode"].text()
        if not number:
            raise CarrierError(CODE, "the receipt has no number", permanent=False)
        fee = known.get("totalFee")
        return Booking(tracking_number=number, carrier_name=self.name, cost=fee.dong() if fee else None)

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat = LabelFormat.PDF) -> Label:
        for page in ask(account, "POST", "/exportListReport", body=[tracking_number]).each():
            return Label(_decoded(page), "application/pdf")
        raise CarrierError(CODE, "the label is not made yet", permanent=False)

    def cancel(self, *, account: Account, tracking_number: str) -> None:
        """VNPost decides: at once, by a person later, or no. An order that is cancelled already is what was wanted."""
        order = _order(account, tracking_number)
        if STATUSES.get(order["status"].text(), ("", None))[0] == "CANCELLED":
            return
        original = order.get("originalID").text() or order.get("originalId").text() or order["orderHdrID"].text()
        told = ask(account, "POST", "/orderCancel", body={"OriginalId": original})
        answer = told.get("Type").text() or told["type"].text()
        if answer == _WAITS:
            raise CarrierError(CODE, "the carrier still has to agree to the cancelling", permanent=False)
        if answer != _DONE:
            raise CarrierError(
                CODE, "the order can no longer be cancelled", permanent=True, said=told.get("Message").text()
            )

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        told = ask(account, "GET", "/GetStatusHistoryOrder", query={"type": BY_NUMBER, "code": tracking_number})
        events = [_event(line) for line in reversed(told["statusHistory"].each())]
        return sorted(events, key=lambda event: event.occurred_at)  # the newest comes first, also of the same moment

    def parse_webhook(self, *, account: Account, request: WebhookRequest) -> list[WebhookEvent]:
        return webhook.parse(account, request)

    def check(self, *, account: Account) -> None:
        sign_in(account)


def _quote(line: Found, on: date) -> Quote:
    code = line["serviceCode"].text()
    name = EXPRESS if code.startswith("E") else STANDARD
    weight = line["priceWeight"].whole()
    volumetric = line["weightConvert"].whole() if line.get("weightConvert") else 0
    return Quote(
        service=code,
        name=name,
        price=line["totalFee"].dong(),
        min_days=_DAYS[name][0],
        max_days=_DAYS[name][1],
        zone="",
        chargeable=Decimal(weight) / 1000,
        unit="kg",
        by_volume=volumetric >= weight > 0,
        tariff=OWN_PRICE,
        tariff_from=on,
    )


def _find(account: Account, kind: str, code: str) -> Found | None:
    """``[{"results": [order]}]``, with nothing in it for a code that VNPost does not know."""
    told = ask(account, "GET", "/getOrder", query={"type": kind, "code": code})
    pages = told.each() if isinstance(told.value, list) else [told]
    orders = [order for page in pages for order in page["results"].each()]
    return orders[0] if orders else None


def _order(account: Account, number: str) -> Found:
    order = _find(account, BY_NUMBER, number)
    if order is None:
        raise CarrierError(CODE, "there is no such order", permanent=True)
    return order


def _event(line: Found) -> CarrierEvent:
    code = line["statusCode"].text()
    status, incident = STATUSES.get(code, ("", None))
    at = moment_in(f"{line['createdDate'].text()} {line['createdHour'].text()}", line["createdDate"])
    return CarrierEvent(status, code, at, "", line.get("statusName").text(), incident)


def _decoded(page: Found) -> bytes:
    try:
        return b64decode(page.value, validate=True)
    except (NotBase64, TypeError, ValueError) as unreadable:
        raise CarrierError(CODE, "the label cannot be read", permanent=False) from unreadable


carrier = Vnpost()
