"""Viettel Post on this machine, as its documentation says: tokens in two steps, a no in an envelope of status 200."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

API = "/v2/"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Peer(CarrierPeer):
    code = "viettel_post"
    MOVING = "300"
    DELIVERED = "501"
    UNKNOWN = "777"
    finds_lost_bookings = False
    booking_path = API + "order/createOrderNlp"
    service = "VCN"

    def credentials(self) -> dict[str, str]:
        return {"username": "0900000000", "password": "vtp-password"}

    def consignment(self) -> Consignment:
        return make_domestic_consignment()

    def serve(self, asked: Asked) -> Reply:
        if asked.path == "/DigitalizePrint/report.do":
            return Reply(200, f"<p>{asked.query['bill']}</p>".encode(), "text/html")
        path, body = asked.path.removeprefix(API), asked.json()
        if path in ("user/Login", "user/ownerconnect"):
            return self._token(path, body, asked.headers.get("token", ""))
        if asked.headers.get("token") != "long-token":
            return _no("Token invalid or expired")
        routes: dict[str, Callable[[dict[str, Any]], Reply]] = {
            "order/getPriceAllNlp": self._prices,
            "order/createOrderNlp": self._create,
            "order/UpdateOrder": self._update,
            "order/printing-code": lambda body: _yes(None, message=f"code-of-{body['ORDER_ARRAY'][0]}"),
        }
        return routes[path](body)

    def business_error(self) -> Reply:
        return _no("Price does not apply to this itinerary!")

    def no_data(self) -> Reply:
        return _yes(None, message="")

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "w-secret")

    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "guessed")

    def _message(self, number: str, code: str, at: datetime, secret: str) -> WebhookRequest:
        data = {
            "ORDER_NUMBER": number, "ORDER_REFERENCE": self.parcels[number].key, "ORDER_STATUS": int(code),
            "ORDER_STATUSDATE": at.astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S"), "STATUS_NAME": "…",
            "LOCATION_CURRENTLY": "HCM, TAN, Bưu cục Thuận An, 0900000000", "NOTE": "", "MONEY_COLLECTION": 0,
            "IS_RETURNING": False, "POD": {"IMAGES": []}, "REASON_CODE": None,
        }  # fmt: skip
        body = json.dumps({"DATA": data, "TOKEN": secret}).encode()
        return WebhookRequest({"content-type": "application/json"}, {}, body)

    def _token(self, path: str, body: dict[str, Any], token: str) -> Reply:
        if body != {"USERNAME": "0900000000", "PASSWORD": "vtp-password"}:
            return _no("Invalid owner account or password!")
        if path == "user/ownerconnect":
            return _yes({"token": "long-token"}) if token == "short-token" else _no("Token invalid")
        return _yes({"token": "short-token", "expired": 0})

    def _prices(self, body: dict[str, Any]) -> Reply:
        if not body["SENDER_ADDRESS"] or not body["RECEIVER_ADDRESS"]:
            return _no("Invalid [SENDER_ADDRESS], Invalid [RECEIVER_ADDRESS]")
        fee = 16_500 + body["PRODUCT_WEIGHT"] // 500 * 2_500
        rows = (("VCN", "Chuyển phát nhanh", fee + 9_000, "24 giờ"), ("PHS", "Nội tỉnh tiết kiệm", fee, "36 giờ"),
                ("VCBO", "Theo thoả thuận", fee, "Chưa quy định"))  # fmt: skip
        names = ("MA_DV_CHINH", "TEN_DICHVU", "GIA_CUOC", "THOI_GIAN")
        return Reply.json({"RESULT": [{**dict(zip(names, row, strict=True)), "EXCHANGE_WEIGHT": 0} for row in rows]})

    def _create(self, body: dict[str, Any]) -> Reply:
        if body["CHECK_UNIQUE"] and any(parcel.key == body["ORDER_NUMBER"] for parcel in self.parcels.values()):
            return _no("Mã đơn hàng đã tồn tại trên hệ thống")
        wanted = ("SENDER_FULLNAME", "SENDER_PHONE", "SENDER_ADDRESS", "RECEIVER_FULLNAME", "RECEIVER_PHONE")
        if not all(body[name] for name in wanted) or any(len(str(body[name]).encode()) > 150 for name in wanted):
            return _no("Invalid [RECEIVER_ADDRESS]")
        if body["ORDER_SERVICE"] not in ("VCN", "PHS"):
            return _no("Incorrect data: ORDER_SERVICE")
        parcel = Parcel(f"158781{len(self.parcels) + 1:05}", body["ORDER_NUMBER"], [("103", STARTED)], body)
        self.parcels[parcel.number] = parcel
        return _yes({"ORDER_NUMBER": parcel.number, "MONEY_TOTAL": 25500, "EXCHANGE_WEIGHT": 0, "KPI_HT": 24.0})

    def _update(self, body: dict[str, Any]) -> Reply:
        parcel = self.parcels.get(body["ORDER_NUMBER"])
        if parcel is None:
            return _no("Order does not exist")
        if parcel.is_cancelled:
            return _no("Order status already exists on the system")
        if int(parcel.code) >= 200:
            return _no("Trạng thái đơn hàng đã bị thay đổi")
        parcel.is_cancelled = True
        parcel.codes.append(("107", parcel.codes[-1][1] + timedelta(minutes=5)))
        return _yes(None, message="Hủy đơn hàng thành công")


def _yes(data: Any, message: str = "OK") -> Reply:
    return Reply.json({"status": 200, "error": False, "message": message, "data": data})


def _no(message: str) -> Reply:
    return Reply.json({"status": 200, "error": True, "message": message, "data": None})
