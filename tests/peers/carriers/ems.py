"""EMS Vietnam's MerchantSite on this machine: a token in the query, messages with an id and no signature.

Its documentation shows three codes of states; those of delivered and unknown ones are made up, with EMS' words.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

API = "/api/v1/"
WORDS = {"1": "Đã tạo đơn hàng, chờ duyệt lấy hàng", "4": "Đang vận chuyển", "9": "Phát thành công"}


class Peer(CarrierPeer):
    code = "ems"
    MOVING = "4"
    DELIVERED = "9"
    UNKNOWN = "77"
    booking_path = "/nowhere"

    def credentials(self) -> dict[str, str]:
        return {"merchant_token": "ems-token"}

    def consignment(self) -> Consignment:
        return make_domestic_consignment()

    def at_the_counter(self, key: str) -> str:
        number = f"EJ{len(self.parcels) + 1:09}VN"
        self.parcels[number] = Parcel(number, key, [("1", STARTED)])
        return number

    def serve(self, asked: Asked) -> Reply:
        if asked.query.get("merchant_token") != "ems-token":
            return Reply.json({"code": "token_invalid", "message": "Token không hợp lệ"})
        path = asked.path.removeprefix(API)
        if path == "config/service":
            return _ok([{"code": 1, "name": "EMS"}])
        parcel = self.parcels.get(path.removeprefix("orders/tracking/"))
        if parcel is None:
            return Reply.json({"code": "error", "message": "Không tìm thấy bưu gửi"})
        lines = [_line(code, at) for code, at in reversed(parcel.codes)]
        return _ok({"tracking_code": parcel.number, "status": int(parcel.code), "__get_status": lines})

    def business_error(self) -> Reply:
        return Reply.json({"code": "error", "message": "Dữ liệu không hợp lệ"})

    def no_data(self) -> Reply:
        return _ok(None)

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "w-secret")

    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "guessed")

    def _message(self, number: str, code: str, at: datetime, secret: str) -> WebhookRequest:
        told = {
            "tracking_code": number, "order_code": self.parcels[number].key, "status_code": int(code),
            "status_name": WORDS.get(code, "Trạng thái khác"), "note": None, "locate": "890100 - KTC1 Vĩnh Long",
            "datetime": f"{at + timedelta(hours=7):%d/%m/%Y %H:%M:%S}", "total_weight": 240, "total_fee": 34000,
        }  # fmt: skip
        headers = {"content-type": "application/json", "ems-transaction": f"{number}-{code}"}
        return WebhookRequest(headers, {"secret": secret}, json.dumps(told).encode())


def _line(code: str, at: datetime) -> dict[str, Any]:
    day = f"{at + timedelta(hours=7):%Y-%m-%d %H:%M:%S}"
    return {"status": int(code), "address": "EMS", "description": WORDS.get(code, "Trạng thái khác"), "tracedate": day}


def _ok(data: Any) -> Reply:
    return Reply.json({"code": "success", "message": "Thành công", "data": data})
