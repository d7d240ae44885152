"""GHTK on this machine, as its documentation says: a bare 403 for a bad token, and a no with status 200."""

import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlencode
from zoneinfo import ZoneInfo

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

API = "/services/"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Peer(CarrierPeer):
    code = "ghtk"
    MOVING = "3"
    DELIVERED = "5"
    UNKNOWN = "777"
    booking_path = API + "shipment/order"
    service = "road"

    def credentials(self) -> dict[str, str]:
        return {"token": "ghtk-token", "partner_code": "S0001"}

    def consignment(self) -> Consignment:
        return make_domestic_consignment()

    def serve(self, asked: Asked) -> Reply:
        if asked.headers.get("token") != "ghtk-token" or asked.headers.get("x-client-source") != "S0001":
            return Reply(403)
        path, number = asked.path.removeprefix(API), unquote(asked.path.rpartition("/")[2])
        if path == "authenticated":
            return _yes()
        if path == "shipment/fee":
            return self._fee(asked.query)
        if path == "shipment/order":
            return self._create(asked.json())
        parcel = self.parcels.get(number)
        if parcel is None:
            return _no("Đơn hàng không tồn tại", "ORDER_NOT_FOUND")
        return {"cancel": self._cancel, "v2": self._state, "label": self._label}[path.split("/")[-2]](parcel)

    def business_error(self) -> Reply:
        return _no("Địa chỉ không được hỗ trợ", "ADDRESS_NOT_SUPPORTED")

    def no_data(self) -> Reply:
        return _yes()

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "w-secret")

    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "guessed")

    def _message(self, number: str, code: str, at: datetime, secret: str) -> WebhookRequest:
        told = {
            "label_id": number, "partner_id": self.parcels[number].key, "status_id": int(code), "reason_code": "",
            "action_time": at.astimezone(VIETNAM).isoformat(), "reason": "", "weight": 7.35, "fee": 32000,
            "pick_money": 0, "return_part_package": 0,
        }  # fmt: skip
        if code == self.MOVING:  # an account may be set to either form
            return WebhookRequest({"content-type": "application/x-www-form-urlencoded"}, {"hash": secret},
                                  urlencode(told).encode())  # fmt: skip
        return WebhookRequest({"content-type": "application/json"}, {"hash": secret}, json.dumps(told).encode())

    def _fee(self, query: dict[str, str]) -> Reply:
        wanting = [name for name in ("pick_province", "pick_district", "province", "district") if not query.get(name)]
        if wanting or not query["weight"].isdigit():
            return _no(f"Thiếu {wanting}", "INVALID")
        fee = 22_000 + int(query["weight"]) // 500 * 2_000
        return _yes(fee={"name": "area1", "fee": fee, "insurance_fee": 0, "delivery": True, "extFees": []})

    def _create(self, body: dict[str, Any]) -> Reply:
        order = body["order"]
        known = next((parcel for parcel in self.parcels.values() if parcel.key == order["id"]), None)
        if known is not None:
            error = {"code": "ORDER_ID_EXIST", "partner_id": known.key, "ghtk_label": known.number, "status": 2}
            return Reply.json({"success": False, "message": "Mã đơn hàng đã tồn tại", "error": error})
        wanted = ("pick_name", "pick_tel", "pick_district", "name", "tel", "address", "province", "district", "hamlet")
        if not all(order[name] for name in wanted) or max(each["weight"] for each in body["products"]) > 50:
            return _no("Thiếu thông tin", "INVALID")
        parcel = Parcel(f"S1.A1.{len(self.parcels) + 1:08}", order["id"], [("2", STARTED)], body)
        self.parcels[parcel.number] = parcel
        return _yes(order={"partner_id": parcel.key, "label": parcel.number, "fee": 36000, "status_id": 2})

    def _cancel(self, parcel: Parcel) -> Reply:
        if parcel.code not in ("1", "2", "12"):
            return _no("Đơn hàng không thể hủy", "CANNOT_CANCEL")
        parcel.is_cancelled = True
        parcel.codes.append(("-1", parcel.codes[-1][1] + timedelta(minutes=5)))
        return _yes()

    def _state(self, parcel: Parcel) -> Reply:
        code, at = parcel.codes[-1]
        modified = at.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M:%S")
        order = {"label_id": parcel.number, "partner_id": parcel.key, "status": code, "modified": modified}
        return _yes(order={**order, "message": "", "status_text": "…"})

    def _label(self, parcel: Parcel) -> Reply:
        return Reply(200, f"%PDF-1.4 {parcel.number}".encode(), "application/pdf")


def _yes(**told: Any) -> Reply:
    return Reply.json({"success": True, "message": "", **told})


def _no(message: str, code: str) -> Reply:
    return Reply.json({"success": False, "message": message, "error_code": code, "log_id": "sample"})
