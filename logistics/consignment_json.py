"""A consignment as JSON and back: shipments and documents keep the one they were made for, unchanged for ever."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from i18n.money import Money
from logistics.consignment import Consignment, Item, ItemLot, Package, PackedItem, Party, Registration, RegistrationKind

Json = dict[str, Any]


def money_to_json(money: Money | None) -> Json | None:
    return None if money is None else {"amount": f"{money.amount:f}", "currency": money.currency}


def money_from_json(data: Json | None) -> Money | None:
    return None if data is None else Money(Decimal(data["amount"]), data["currency"])


def party_to_json(party: Party) -> Json:
    return dataclasses.asdict(party) | {
        "street": list(party.street),
        "registrations": [dataclasses.asdict(each) for each in party.registrations],
    }


def party_from_json(data: Json) -> Party:
    registrations = tuple(_registration(each) for each in data.get("registrations", ()))
    return Party(**{**data, "street": tuple(data["street"]), "registrations": registrations})


def _registration(data: Json) -> Registration:
    return Registration(**{**data, "kind": RegistrationKind(data["kind"])})


def consignment_to_json(consignment: Consignment) -> Json:
    return {
        "seller": party_to_json(consignment.seller),
        "buyer": party_to_json(consignment.buyer),
        "items": [_item_to_json(item) for item in consignment.items],
        "packages": [dataclasses.asdict(package) for package in consignment.packages],
        "incoterm": consignment.incoterm,
        "place": consignment.place,
        "freight": money_to_json(consignment.freight),
        "insurance": money_to_json(consignment.insurance),
        "preference": consignment.preference,
        "mode": consignment.mode,
    }


def consignment_from_json(data: Json) -> Consignment:
    return Consignment(
        seller=party_from_json(data["seller"]),
        buyer=party_from_json(data["buyer"]),
        items=tuple(_item_from_json(item) for item in data["items"]),
        packages=tuple(_package_from_json(package) for package in data["packages"]),
        incoterm=data["incoterm"],
        place=data["place"],
        freight=money_from_json(data["freight"]),
        insurance=money_from_json(data["insurance"]),
        preference=data["preference"],
        mode=data.get("mode", ""),  # shipments made before the field have none
    )


def _item_to_json(item: Item) -> Json:
    data = dataclasses.asdict(item) | {"unit_value": money_to_json(item.unit_value)}
    del data["lots"]
    lots = [dataclasses.asdict(lot) for lot in item.lots]
    return data | {"lots": lots} if lots else data  # without lots it is written as it was before there were any


def _item_from_json(data: Json) -> Item:
    lots = tuple(ItemLot(**lot) for lot in data.get("lots", ()))
    return Item(**{**data, "unit_value": money_from_json(data["unit_value"]), "lots": lots})


def _package_from_json(data: Json) -> Package:
    contents = tuple(PackedItem(**packed) for packed in data["contents"])
    return Package(**{**data, "contents": contents})
