"""A voucher of the marketplace, one of a maker, and one that is over."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from marketplace.channels.models import Channel
from marketplace.demo.sellers import SettledSeller
from orders.vouchers.fields import VoucherFields, Worth
from orders.vouchers.voucher import ValueType, VoucherType
from orders.vouchers.write import create_voucher, list_voucher


def give_vouchers(sellers: dict[str, SettledSeller]) -> int:
    """Returns how many there are."""
    now = timezone.now()
    eu, us, vn = (Channel.objects.get(slug=slug) for slug in ("eu", "us", "vn"))
    whole, percent = VoucherType.ENTIRE_ORDER, ValueType.PERCENTAGE
    welcome: VoucherFields = {"name": "Welcome", "type": whole, "value_type": percent, "limit_per_customer": 1}
    worths = [Worth(eu, Decimal(10), Decimal(100)), Worth(us, Decimal(10)), Worth(vn, Decimal(10))]
    _give("CHAO-MUNG-10", None, welcome, worths)
    cheaper: VoucherFields = {"name": "Giảm phí giao hàng", "type": VoucherType.SHIPPING, "usage_limit": 50}
    _give("MOC-AN-SHIP", sellers["moc-an"], {**cheaper, "value_type": ValueType.FIXED}, [Worth(eu, Decimal(25))])
    over: VoucherFields = {"name": "Tết 2026", "type": whole, "value_type": percent}
    days = (now - timedelta(days=300), now - timedelta(days=270))
    _give("TET-2026", None, {**over, "starts_at": days[0], "ends_at": days[1]}, [Worth(vn, Decimal(15))])
    return 3


def _give(code: str, owner: SettledSeller | None, fields: VoucherFields, worths: list[Worth]) -> None:
    seller = owner.seller if owner else None
    list_voucher(voucher=create_voucher(seller=seller, codes=[code], now=timezone.now(), **fields), worths=worths)
