"""GHN on this machine, as its documentation says: an envelope with a code, one order for one client's code."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

API = "/shiip/public-api/v2/"


class Peer(CarrierPeer):
    code = "ghn"
    MOVING = "transporting"
    DELIVERED = "delivered"
    booking_path = API + "shipping-order/create"
    service = "2"

    def credentials(self) -> dict[str, str]:
        return {"token": "ghn-token", "shop_id": "885"}

    def consignment(self) -> Consignment:
        return make_domestic_consignment()

    def serve(self, asked: Asked) -> Reply:
        if asked.path == "/a5/public-api/printA5":
            return Reply(200, f"<p>Đơn {asked.query['token']}</p>".encode(), "text/html")
        if asked.headers.get("token") != "ghn-token" or asked.headers.get("shopid") != "885":
            return Reply.json({"code": 401, "message": "Token is not valid!", "data": None}, 401)
        routes: dict[str, Callable[[dict[str, Any]], Reply]] = {
            "shipping-order/preview": self._preview,
            "shipping-order/create": self._create,
            "shipping-order/detail": self._detail,
            "switch-status/cancel": self._cancel,
            "a5/gen-token": lambda body: _ok({"token": f"print-{body['order_codes'][0]}"}),
            "shop/all": lambda _body: _ok({"shops": [{"_id": 885}], "last_offset": 1}),
        }
        return routes[asked.path.removeprefix(API)](asked.json())

    def business_error(self) -> Reply:
        return _refused("USER_ERR_COMMON", "Địa chỉ không hợp lệ", 200)

    def no_data(self) -> Reply:
        return _ok(None)

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "w-secret")

    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self._message(number, code, at, "guessed")

    def _message(self, number: str, code: str, at: datetime, secret: str) -> WebhookRequest:
        told = {
            "OrderCode": number, "ClientOrderCode": self.parcels[number].key, "Type": "switch_status", "Status": code,
            "Time": at.isoformat().replace("+00:00", "Z"), "Reason": "", "ReasonCode": "", "CODAmount": 0,
            "ShopID": 885, "Warehouse": "Kho Dĩ An",
        }  # fmt: skip
        return WebhookRequest({"content-type": "application/json"}, {"secret": secret}, json.dumps(told).encode())

    def _preview(self, body: dict[str, Any]) -> Reply:
        return _wanting(body) or _ok({"order_code": "", **_figures(body)})

    def _create(self, body: dict[str, Any]) -> Reply:
        refused = _wanting(body)
        if refused:
            return refused
        known = next((parcel for parcel in self.parcels.values() if parcel.key == body["client_order_code"]), None)
        if known is None:
            known = Parcel(f"GHNTEST{len(self.parcels) + 1:04}", body["client_order_code"], asked=body)
            known.codes.append(("ready_to_pick", STARTED))
            self.parcels[known.number] = known
        return _ok({"order_code": known.number, **_figures(body)})

    def _detail(self, body: dict[str, Any]) -> Reply:
        parcel = self.parcels.get(body["order_code"])
        if parcel is None:
            return _refused("USER_ERR_COMMON", "Không tìm thấy đơn hàng", 400)
        log = [{"status": code, "updated_date": at.isoformat().replace("+00:00", "Z")} for code, at in parcel.codes]
        return _ok({"order_code": parcel.number, "status": parcel.code, "log": log})

    def _cancel(self, body: dict[str, Any]) -> Reply:
        (number,) = body["order_codes"]
        parcel = self.parcels.get(number)
        is_open = parcel is not None and parcel.code in ("ready_to_pick", "picking")
        if parcel is not None and is_open:
            parcel.is_cancelled = True
            parcel.codes.append(("cancel", parcel.codes[-1][1] + timedelta(minutes=5)))
        return _ok([{"order_code": number, "result": is_open, "message": "OK" if is_open else "Không thể hủy"}])


def _figures(body: dict[str, Any]) -> dict[str, Any]:
    fee = 22_000 + body["weight"] // 500 * 2_500
    return {"total_fee": fee, "expected_delivery_time": "2026-11-24T23:59:59Z"}


def _wanting(body: dict[str, Any]) -> Reply | None:
    """What the carrier refuses: a place it has no name for, no weight, a district beside the new form."""
    for field in ("to_name", "to_phone", "to_address", "to_ward_name", "to_province_name", "weight", "items"):
        if not body[field]:
            return _refused("USER_ERR_COMMON", f"{field} is required", 400)
    if body["to_district_name"] and body["is_new_to_address"]:
        return _refused("USER_ERR_COMMON", "district must be empty", 400)
    return None


def _ok(data: Any) -> Reply:
    return Reply.json({"code": 200, "message": "Success", "data": data})


def _refused(code: str, message: str, status: int) -> Reply:
    return Reply.json({"code": 400, "message": message, "data": None, "code_message": code}, status)
