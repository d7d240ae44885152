"""DHL Express' MyDHL API on this machine: problem documents, waybills found by reference, labels with the receipt."""

import base64
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_buyer_party, make_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

PAIR = "Basic " + base64.b64encode(b"dhl-user:dhl-pass").decode()
PDF = b"%PDF-1.4 a label of nobody\n%%EOF"
ZPL = b"^XA^FO50,50^FDnobody^FS^XZ"


class Peer(CarrierPeer):
    code = "dhl_express"
    MOVING = "DF"
    DELIVERED = "OK"
    UNKNOWN = "ZZ"
    booking_path = "/shipments"
    service = "P"

    def credentials(self) -> dict[str, str]:
        return {"username": "dhl-user", "password": "dhl-pass", "account_number": "950000002"}

    def consignment(self) -> Consignment:
        return make_consignment(buyer=make_buyer_party("nl", phone="+31 10 000 0000"))

    def serve(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != PAIR:
            return _problem(401, "Unauthorized", "Invalid credentials")
        match asked.method, asked.path.strip("/").split("/"):
            case "POST", ["rates"]:
                return self._rates(asked.json())
            case "POST", ["shipments"]:
                return self._ship(asked.json())
            case "GET", ["tracking"]:
                return self._by_reference(asked.query["shipmentReference"])
            case "GET", ["shipments", number, "tracking"]:
                return self._track(number)
            case "GET", ["shipments", number, "get-image"]:
                return self._image(number)
            case "GET", ["address-validate"]:
                return Reply.json({"address": [{"countryCode": "VN", "cityName": "HO CHI MINH CITY"}]})
        return _problem(404, "Not Found", f"No static resource {asked.path}")

    def business_error(self) -> Reply:
        """MyDHL says no with a status of its own, never with 200."""
        return _problem(422, "Unprocessable Entity", "7008: The declared value is missing")

    def no_data(self) -> Reply:
        return Reply.json({"products": [], "shipments": [], "documents": []})

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        raise NotImplementedError("DHL's push is another product")

    forged = webhook

    def _rates(self, body: dict[str, Any]) -> Reply:
        if body["customerDetails"]["receiverDetails"]["countryCode"] == "AQ":
            return _problem(404, "Not Found", "996: The requested product(s) not available")
        weight = sum((Decimal(str(piece["weight"])) for piece in body["packages"]), Decimal(0))
        volumetric = sum((_volumetric(piece["dimensions"]) for piece in body["packages"]), Decimal(0))
        counted = max(weight, volumetric)
        planned = datetime.fromisoformat(body["plannedShippingDateAndTime"][:19])
        products = [
            _product("P", "EXPRESS WORLDWIDE", counted * 9 + 20, planned + timedelta(days=3), weight, volumetric),
            _product("Y", "EXPRESS 12:00", counted * 9 + 35, planned + timedelta(days=3), weight, volumetric),
            _product("ZX", "SOMETHING NEW", counted * 5, planned + timedelta(days=6), weight, volumetric),
            _product("7", "NO PRICE FOR YOU", Decimal(0), planned, weight, volumetric),
        ]
        return Reply.json({"products": products, "exchangeRates": []})

    def _ship(self, body: dict[str, Any]) -> Reply:
        content = body["content"]
        if content["isCustomsDeclarable"] and not content.get("exportDeclaration", {}).get("lineItems"):
            return _problem(400, "Bad request", "Export line items are required")
        (reference,) = [each["value"] for each in body["customerReferences"]]
        number = f"{1234567890 + len(self.parcels)}"
        self.parcels[number] = Parcel(number, reference, [("SA", STARTED)], asked=body)
        kind = body["outputImageProperties"]["encodingFormat"]
        label = {"imageFormat": kind.upper(), "content": _encoded(ZPL if kind == "zpl" else PDF), "typeCode": "label"}
        waybill = {"imageFormat": "PDF", "content": _encoded(PDF), "typeCode": "waybillDoc"}
        return Reply.json(
            {
                "shipmentTrackingNumber": number,
                "trackingUrl": f"{self.url}/shipments/{number}/tracking",
                "documents": [label, waybill],
                "shipmentCharges": [
                    {"currencyType": "PULCL", "priceCurrency": "VND", "price": 9_900_000},
                    {"currencyType": "BILLC", "priceCurrency": "USD", "price": 147.35},
                ],
                "estimatedDeliveryDate": {"estimatedDeliveryDate": "2026-11-26", "estimatedDeliveryType": "QDDC"},
            },
            201,
        )

    def _by_reference(self, reference: str) -> Reply:
        found = [parcel for parcel in self.parcels.values() if parcel.key == reference]
        if not found:
            return _problem(404, "Not Found", "No shipments found for the reference")
        return Reply.json({"shipments": [{"shipmentTrackingNumber": parcel.number} for parcel in found]})

    def _track(self, number: str) -> Reply:
        if number not in self.parcels:
            return _problem(404, "Not Found", "No data found")
        events = [_event(code, at) for code, at in self.parcels[number].codes]
        return Reply.json({"shipments": [{"shipmentTrackingNumber": number, "status": "Success", "events": events}]})

    def _image(self, number: str) -> Reply:
        if number not in self.parcels:
            return _problem(404, "Not Found", "No image found")
        document = {"shipmentTrackingNumber": number, "typeCode": "waybill", "encodingFormat": "PDF"}
        return Reply.json({"documents": [{**document, "content": _encoded(PDF)}]})


def _volumetric(sizes: dict[str, Any]) -> Decimal:
    return Decimal(str(sizes["length"])) * Decimal(str(sizes["width"])) * Decimal(str(sizes["height"])) / 5000


def _product(
    code: str, name: str, price: Decimal, arrives: datetime, weight: Decimal, volumetric: Decimal
) -> dict[str, Any]:
    return {
        "productName": name,
        "productCode": code,
        "weight": {"volumetric": float(volumetric), "provided": float(weight), "unitOfMeasurement": "metric"},
        "totalPrice": [
            {"currencyType": "PULCL", "priceCurrency": "VND", "price": float(price * 26_000)},
            {"currencyType": "BILLC", "priceCurrency": "USD", "price": float(round(price, 2))},
        ],
        "deliveryCapabilities": {
            "estimatedDeliveryDateAndTime": f"{arrives:%Y-%m-%dT%H:%M:%S}",
            "totalTransitDays": "3",
        },
    }


def _event(code: str, at: datetime) -> dict[str, Any]:
    """As DHL writes moments: day, time and offset apart, in the place's own time."""
    there = at + timedelta(hours=7)
    return {
        "date": f"{there:%Y-%m-%d}", "time": f"{there:%H:%M:%S}", "GMTOffset": "+07:00", "typeCode": code,
        "description": "Checkpoint", "serviceArea": [{"code": "SGN", "description": "Ho Chi Minh-VN"}],
    }  # fmt: skip


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _problem(status: int, title: str, detail: str) -> Reply:
    problem = {"instance": "/expressapi", "detail": detail, "title": title, "message": title, "status": str(status)}
    return Reply.json(problem, status)
