"""A consignment as MyVNPost wants it: grams, centimetres, and a constant where a district used to be."""

from __future__ import annotations

from typing import Any

from logistics.addresses import vn_2025
from logistics.carrier import Account, CarrierError
from logistics.carriers.vnpost.client import CODE
from logistics.carriers.vnpost.places import PlaceCodes, codes_of
from logistics.consignment import Consignment, Party
from logistics.domestic import cm, contents, phone, pieces, require_within_vietnam, weight_g

Json = dict[str, Any]
DOMESTIC = 1
NO_DISTRICT = "VNPOST"
BY_ROAD = "BO"
FETCHED = "1"
"""VNPost comes to the sender."""
_CREATED = 1


def charge_request(account: Account, consignment: Consignment) -> Json:
    """Without a service: the prices of all that the account may use."""
    require_within_vietnam(consignment, CODE)
    return {
        "scope": DOMESTIC,
        "customerCode": account.settings.get("customer_code", ""),
        "contractNumber": account.settings.get("contract_code") or None,
        "data": {
            **_codes("sender", codes_of(account, vn_2025(consignment.seller, CODE))),
            **_codes("receiver", codes_of(account, vn_2025(consignment.buyer, CODE))),
            "receiverNational": "VN",
            "receiverCity": None,
            "receiverPostCode": "",
            "orgCodeAccept": None,
            **_measures(consignment),
            "serviceCode": None,
            "addonService": [],
            "additionRequest": [],
            "vehicle": BY_ROAD,
        },
    }


def order_request(account: Account, consignment: Consignment, service: str, key: str) -> Json:
    """Nothing is collected on delivery: the goods are paid before they leave. ``key`` is VNPost's ``saleOrderCode``."""
    require_within_vietnam(consignment, CODE)
    if not service:
        raise CarrierError(CODE, "one of the carrier's services is wanted", permanent=True)
    return {
        "orderCreationStatus": _CREATED,
        "type": "GUI",
        "customerCode": account.settings.get("customer_code", ""),
        "contractCode": account.settings.get("contract_code") or None,
        "informationOrder": {
            **_party(account, "sender", consignment.seller),
            **_party(account, "receiver", consignment.buyer),
            "serviceCode": service,
            "addonService": [],
            "additionRequest": [],
            "orgCodeCollect": None,
            "orgCodeAccept": None,
            "saleOrderCode": key,
            "contentNote": contents(consignment),
            **_measures(consignment),
            "vehicle": BY_ROAD,
            "sendType": FETCHED,
            "isBroken": "0",
            "deliveryTime": None,
            "deliveryRequire": None,
            "deliveryInstruction": None,
        },
    }


def _party(account: Account, side: str, party: Party) -> Json:
    place = vn_2025(party, CODE)
    return {
        f"{side}Name": party.display_name,
        f"{side}Phone": phone(party.phone),
        f"{side}Email": party.email or None,
        f"{side}Address": place.street,
        **_codes(side, codes_of(account, place)),
    }


def _codes(side: str, codes: PlaceCodes) -> Json:
    return {
        f"{side}ProvinceCode": codes.province,
        f"{side}DistrictCode": NO_DISTRICT,
        f"{side}CommuneCode": codes.ward,
    }


def _measures(consignment: Consignment) -> Json:
    """One item for VNPost: all weight, the largest package's sides. Several packages are several orders there."""
    packages = pieces(consignment)
    if len(packages) > 1:
        raise CarrierError(CODE, "one package at a time is taken", permanent=True)
    (package,) = packages
    return {
        "weight": weight_g(consignment, CODE),
        "length": cm(package.length_mm),
        "width": cm(package.width_mm),
        "height": cm(package.height_mm),
    }
