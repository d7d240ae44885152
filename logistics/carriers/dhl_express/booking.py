"""Booking with MyDHL, which knows no idempotency key: what was booked before is found by our reference."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from datetime import date, timedelta
from typing import Any

from i18n.today import today_here
from logistics.carrier import Account, Booking, CarrierError, Label, LabelFormat
from logistics.carriers.dhl_express.calling import CODE, accepted, ask
from logistics.carriers.dhl_express.customs import declaration, seller_numbers
from logistics.carriers.dhl_express.numbers import json_number
from logistics.carriers.dhl_express.parties import details
from logistics.carriers.dhl_express.pieces import pieces
from logistics.carriers.dhl_express.planned import planned_moment
from logistics.carriers.dhl_express.rates import NAMES, billed
from logistics.carriers.found import Found
from logistics.consignment import Consignment

Json = dict[str, Any]
MEDIA_TYPES = {LabelFormat.PDF: "application/pdf", LabelFormat.ZPL: "application/zpl"}
_LOOKED_BACK = timedelta(days=30)
_UNKNOWN = 404
_DUTY_TAX_PAID = "DD"


def book(account: Account, consignment: Consignment, service: str, key: str) -> Booking:
    """One waybill for one key.

    DHL finds a reference as soon as it has the shipment's data. Without the key's waybill there a new one is made.
    """
    reference = reference_of(key)
    known = _booked_before(account, reference)
    if known:
        return Booking(tracking_number=known, carrier_name=NAMES.get(service, "DHL Express"))
    body = request(account, consignment, service, reference, today_here())
    told = accepted(ask(account, "POST", "/shipments", body=body, reference=reference))
    number = told["shipmentTrackingNumber"].text()
    if not number:
        raise CarrierError(CODE, "the receipt has no number", permanent=False)
    arrival = told.get("estimatedDeliveryDate").get("estimatedDeliveryDate")
    return Booking(
        tracking_number=number,
        carrier_name=NAMES.get(service, "DHL Express"),
        cost=billed(told.get("shipmentCharges")),
        estimated_delivery=arrival.moment().date() if arrival else None,
        labels=tuple(_label(document, account) for document in _labels(told)),
    )


def reference_of(key: str) -> str:
    """DHL takes 35 characters: a UUID without its hyphens."""
    return key.replace("-", "")[:35]


def request(account: Account, consignment: Consignment, service: str, reference: str, on: date) -> Json:
    """Everything customs wants to know goes along: values, codes, origins, registrations."""
    shipper = details(consignment.seller, further=seller_numbers(account, consignment))
    return {
        "plannedShippingDateAndTime": planned_moment(on, consignment.seller.country),
        "pickup": {"isRequested": False},
        "productCode": service,
        "getRateEstimates": True,
        **_payment(account, consignment),
        "outputImageProperties": _output(account),
        "customerReferences": [{"typeCode": "CU", "value": reference}],
        "customerDetails": {"shipperDetails": shipper, "receiverDetails": details(consignment.buyer)},
        "content": _content(consignment, reference, on),
        "estimatedDeliveryDate": {"isRequested": True, "typeCode": "QDDC"},
    }


def _booked_before(account: Account, reference: str) -> str:
    until = today_here()
    query = {
        "shipmentReference": reference,
        "shipmentReferenceType": "CU",
        "shipperAccountNumber": account.settings.get("account_number", ""),
        "dateRangeFrom": (until - _LOOKED_BACK).isoformat(),
        "dateRangeTo": until.isoformat(),
        "trackingView": "shipment-details-only",
    }
    answer = ask(account, "GET", "/tracking", query=query)
    if answer.status == _UNKNOWN:
        return ""
    found = accepted(answer)["shipments"].each()
    return found[0]["shipmentTrackingNumber"].text() if found else ""


def _payment(account: Account, consignment: Consignment) -> Json:
    """Delivered duty paid: DHL lays the duties out, and the same account pays them back."""
    number = account.settings.get("account_number", "")
    accounts = [{"typeCode": "shipper", "number": number}]
    if consignment.incoterm != "DDP":
        return {"accounts": accounts}
    accounts.append({"typeCode": "duties-taxes", "number": number})
    return {"accounts": accounts, "valueAddedServices": [{"serviceCode": _DUTY_TAX_PAID}]}


def _output(account: Account) -> Json:
    return {
        "printerDPI": 300,
        "encodingFormat": label_format(account).value.lower(),
        "imageOptions": [
            {"typeCode": "label", "templateName": "ECOM26_84_001", "isRequested": True},
            {"typeCode": "waybillDoc", "templateName": "ARCH_8x4", "isRequested": True, "hideAccountNumber": True},
        ],
        "splitTransportAndWaybillDocLabels": True,
    }


def _content(consignment: Consignment, reference: str, on: date) -> Json:
    first = consignment.items[0]
    content: Json = {
        "packages": pieces(consignment),
        "isCustomsDeclarable": not consignment.is_domestic,
        "description": (first.description_en or first.description)[:70],
        "incoterm": consignment.incoterm,
        "unitOfMeasurement": "metric",
    }
    if not consignment.is_domestic:
        value = consignment.goods_value
        content["declaredValue"] = json_number(value.amount, CODE)
        content["declaredValueCurrency"] = value.currency
        content["exportDeclaration"] = declaration(consignment, invoice=reference, on=on)
    return content


def label_format(account: Account) -> LabelFormat:
    """What the seller's printer wants; PDF unless the account says ZPL."""
    return LabelFormat.ZPL if account.settings.get("label_format", "").strip().upper() == "ZPL" else LabelFormat.PDF


def _labels(told: Found) -> list[Found]:
    return [document for document in told.get("documents").each() if document.get("typeCode").text() == "label"]


def _label(document: Found, account: Account) -> Label:
    return Label(image(document["content"]), MEDIA_TYPES[label_format(account)])


def image(content: Found) -> bytes:
    """What stands there in base64."""
    text = content.value
    try:
        return b64decode(text, validate=True)
    except (NotBase64, TypeError, ValueError) as unreadable:
        raise CarrierError(CODE, f"{content.path} is not an image", permanent=False) from unreadable
