"""Vouchers for tests, made through the verbs people use."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.vouchers.fields import Worth
from orders.vouchers.voucher import ValueType, Voucher, VoucherType
from orders.vouchers.write import create_voucher, list_voucher
from tests.factories.channels import make_channel


def make_voucher(
    code: str = "SPRING",
    *,
    value: str = "10",
    channel: Channel | None = None,
    seller: Seller | None = None,
    minimum_spent: str | None = None,
    **fields: Any,
) -> Voucher:
    """10 % off everything in the European market, borne by the marketplace, unless told otherwise."""
    voucher = create_voucher(
        seller=seller,
        codes=[code],
        now=timezone.now(),
        **{"type": VoucherType.ENTIRE_ORDER, "value_type": ValueType.PERCENTAGE, **fields},
    )
    least = Decimal(minimum_spent) if minimum_spent else None
    return list_voucher(voucher=voucher, worths=[Worth(channel or make_channel("eu"), Decimal(value), least)])
