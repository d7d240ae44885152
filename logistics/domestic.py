"""What every carrier within Vietnam wants in the same way: numbers in its units, phones as people there write them."""

from __future__ import annotations

import re

from logistics.carrier import CarrierError
from logistics.consignment import Consignment, Package

_MM_PER_CM = 10


def is_within_vietnam(consignment: Consignment) -> bool:
    return consignment.seller.country == consignment.buyer.country == "VN"


def require_within_vietnam(consignment: Consignment, carrier: str) -> None:
    if not is_within_vietnam(consignment):
        raise CarrierError(carrier, "only goods within Vietnam are carried", permanent=True)


def weight_g(consignment: Consignment, carrier: str) -> int:
    """Raises `CarrierError` (permanent) when no weight is known: a price would be a guess."""
    if not consignment.total_gross_weight_g:
        raise CarrierError(carrier, "the weight is not known", permanent=True)
    return consignment.total_gross_weight_g


def value_dong(consignment: Consignment, carrier: str) -> int:
    """The declared value. Within Vietnam prices are in đồng; anything else is not turned into it at a guessed rate."""
    value = consignment.goods_value
    if value.currency != "VND":
        raise CarrierError(carrier, f"a value in {value.currency} is not taken", permanent=True)
    return int(value.amount)


def pieces(consignment: Consignment) -> tuple[Package, ...]:
    """The packages, or the goods as packed one by one where nobody packed them together yet."""
    if consignment.packages:
        return consignment.packages
    single = (item for item in consignment.items for _piece in range(item.quantity))
    return tuple(
        Package(number, max(item.gross_weight_g, item.net_weight_g), item.length_mm, item.width_mm, item.height_mm)
        for number, item in enumerate(single, start=1)
    )


def cm(millimetres: int) -> int:
    """Whole centimetres, rounded up, and at least one: carriers refuse none."""
    return max(-(-millimetres // _MM_PER_CM), 1)


def pile_cm(packages: tuple[Package, ...]) -> tuple[int, int, int]:
    """Length, width and height of several packages measured as one pile: nothing is told smaller than it is."""
    return (
        max(cm(package.length_mm) for package in packages),
        max(cm(package.width_mm) for package in packages),
        sum(cm(package.height_mm) for package in packages),
    )


def phone(number: str) -> str:
    """``+84 900 000 000`` -> ``0900000000``."""
    digits = re.sub(r"\D", "", number)
    return "0" + digits[2:] if digits.startswith("84") else digits


def contents(consignment: Consignment) -> str:
    """What is inside, in few words."""
    return ", ".join(f"{item.quantity} x {item.description}" for item in consignment.items)[:250]
