"""MyVNPost on this machine: tokens that run out, answers of several shapes, messages signed by a key made here."""

import base64
import json
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from logistics.carrier import WebhookRequest
from logistics.consignment import Consignment
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers.peer import STARTED, Asked, CarrierPeer, Parcel, Reply

PDF = b"%PDF-1.4 a label of nobody\n%%EOF"
OURS = {"username": "vnp-user", "password": "vnp-pass", "customer_code": "T000000001"}
PROVINCES = [("70", "TP. Hồ Chí Minh"), ("10", "Thành phố Hà Nội")]
WARDS = [
    ("70001", "Phường Tân Khánh", "70"),
    ("70002", "Phường Thuận Giao", "70"),
    ("70003", "Phường Bình Thạnh", "70"),
    ("70004", "Xã Bình Thành", "70"),
    ("10001", "Phường Hoàn Kiếm", "10"),
]
DISTRICT_LEFT_OVER = "10"
"""Of this province the wards' records name it as their district."""


@cache
def key_pair(whose: str) -> RSAPrivateKey:
    """Made once: it takes a while."""
    return generate_private_key(public_exponent=65537, key_size=2048)


class Peer(CarrierPeer):
    code = "vnpost"
    MOVING = "10"
    DELIVERED = "14"
    UNKNOWN = "77"
    booking_path = "/CreateOrder"
    service = "CTN009"
    has_shared_secret = False

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[str] = []

    def credentials(self) -> dict[str, str]:
        return {**OURS, "webhook_key": self.public_key()}

    def wrong_credentials(self) -> dict[str, str]:
        return {name: f"wrong-{value}" for name, value in OURS.items()}

    def consignment(self) -> Consignment:
        return make_domestic_consignment()

    def public_key(self) -> str:
        spki = key_pair("vnpost").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return spki.decode()

    def forget_tokens(self) -> None:
        """They ran out."""
        self.tokens.clear()

    def serve(self, asked: Asked) -> Reply:
        if asked.path == "/GetAccessToken":
            return self._token(asked.json())
        if asked.headers.get("token") not in self.tokens:
            return Reply.json({"message": "Token invalid"}, 403)
        body: Any = json.loads(asked.body or b"null")
        match asked.path:
            case "/getNewProvinceAll":
                return Reply.json([{"provinceCode": code, "provinceName": name} for code, name in PROVINCES])
            case "/getNewCommuneAll":
                return Reply.json([_ward(*each) for each in WARDS])
            case "/ServicesCharge":
                return _refusal(body["data"]) or Reply.json(_charges(body["data"]["weight"]))
            case "/CreateOrder":
                return self._create(body)
            case "/getOrder":
                return Reply.json([{"results": self._found(asked.query), "total": 1}])
            case "/GetStatusHistoryOrder":
                return self._history(asked.query["code"])
            case "/exportListReport":
                return Reply.json([base64.b64encode(PDF).decode() for number in body if number in self.parcels])
            case "/orderCancel":
                return self._cancel(body["OriginalId"])
        return Reply.json({"message": "Not found"}, 404)

    def business_error(self) -> Reply:
        return Reply.json({"success": False, "message": "Dữ liệu không hợp lệ", "data": None})

    def no_data(self) -> Reply:
        return Reply.json({"success": True, "message": "", "data": []})

    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self.message(number, code, at, key_pair("vnpost"))

    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        return self.message(number, code, at, key_pair("somebody else"))

    def message(
        self, number: str, code: str, at: datetime, key: RSAPrivateKey, *further: dict[str, Any]
    ) -> WebhookRequest:
        """``further`` orders stand behind the one that is signed."""
        sent = _vietnamese(at + timedelta(seconds=40))
        order = {
            "itemCode": number, "status": int(code) if code.isdigit() else code, "statusName": "Trạng thái",
            "saleOrderCode": self.parcels[number].key, "updatedDate": _vietnamese(at),
        }  # fmt: skip
        signature = key.sign(f"MYVNP{sent}{number}{code}".encode(), PKCS1v15(), SHA256())
        told = {"data": [order, *further], "sendDate": sent, "signature": base64.b64encode(signature).decode()}
        return WebhookRequest({"content-type": "application/json"}, {}, json.dumps(told).encode())

    def _token(self, body: dict[str, Any]) -> Reply:
        wanted = {"username": OURS["username"], "password": OURS["password"], "customerCode": OURS["customer_code"]}
        if body != wanted:
            return Reply.json({"success": False, "errorMessage": "Sai tài khoản"}, 403)
        self.tokens.append(f"token-{len(self.asked)}")
        return Reply.json({"success": True, "errorMessage": None, "token": self.tokens[-1]})

    def _create(self, body: dict[str, Any]) -> Reply:
        """An order code may come twice: VNPost does not mind."""
        order = body["informationOrder"]
        refused = _refusal(order)
        if refused:
            return refused
        number = f"CT{len(self.parcels) + 1:09}VN"
        self.parcels[number] = Parcel(number, order["saleOrderCode"], [("1", STARTED)], asked=body)
        return Reply.json({**self._record(number), "totalFee": _charges(order["weight"])[0]["totalFee"]})

    def _record(self, number: str) -> dict[str, Any]:
        parcel = self.parcels[number]
        return {
            "orderHdrID": f"hdr-{number}", "originalID": f"orig-{number}", "itemCode": number,
            "saleOrderCode": parcel.key, "status": parcel.code, "updatedDate": _vietnamese(parcel.codes[-1][1]),
        }  # fmt: skip

    def _found(self, query: dict[str, str]) -> list[dict[str, Any]]:
        kinds = {"1": lambda parcel: parcel.number, "2": lambda parcel: parcel.key}
        return [
            self._record(each.number) for each in self.parcels.values() if kinds[query["type"]](each) == query["code"]
        ]

    def _history(self, number: str) -> Reply:
        if number not in self.parcels:
            return Reply.json({"success": False, "message": "Không tìm thấy đơn hàng", "data": None})
        lines = [_line(code, at) for code, at in reversed(self.parcels[number].codes)]
        return Reply.json({"success": True, "message": None, "data": {"itemCode": number, "statusHistory": lines}})

    def _cancel(self, original: str) -> Reply:
        parcel = self.parcels[original.removeprefix("orig-")]
        if parcel.code not in ("1", "2", "3", "4"):
            return Reply.json(
                {"Type": "01", "Message": "Đơn hàng không được hủy", "OriginalId": original, "CaseId": ""}
            )
        parcel.codes.append(("22", parcel.codes[-1][1] + timedelta(minutes=5)))
        parcel.is_cancelled = True
        return Reply.json({"Type": "00", "Message": "Thành công", "OriginalId": original, "CaseId": "1"})


def _ward(code: str, name: str, province: str) -> dict[str, str]:
    key = "districtCode" if province == DISTRICT_LEFT_OVER else "provinceCode"
    return {"communeCode": code, "communeName": name, key: province}


def _refusal(order: dict[str, Any]) -> Reply | None:
    wards = {code for code, _name, _province in WARDS}
    for side in ("sender", "receiver"):
        if order[f"{side}CommuneCode"] not in wards or order[f"{side}DistrictCode"] != "VNPOST":
            return Reply.json({"message": f"{side}CommuneCode không hợp lệ"}, 400)
    return None


def _charges(weight: int) -> list[dict[str, Any]]:
    fee = 16_500 + weight // 500 * 2_000
    shared = {"vasFee": 0, "priceWeight": weight, "weightConvert": 0, "addonService": []}
    return [
        {
            "serviceCode": "ETN037",
            "serviceName": "TMĐT nhanh",
            "mainFee": fee + 9_000,
            "totalFee": fee + 9_720,
            **shared,
        },
        {"serviceCode": "CTN009", "serviceName": "TMĐT chuẩn", "mainFee": fee, "totalFee": fee + 720, **shared},
    ]


def _line(code: str, at: datetime) -> dict[str, str]:
    day, hour = _vietnamese(at).split(" ")
    return {"createdDate": day, "createdHour": hour, "statusCode": code, "statusName": "Trạng thái"}


def _vietnamese(at: datetime) -> str:
    return f"{at + timedelta(hours=7):%d/%m/%Y %H:%M:%S}"
