"""Count an order's use of its voucher, and give it back."""

from datetime import datetime

from orders.lifecycle.order import Order
from orders.vouchers.apply import AppliedVoucher
from orders.vouchers.find import customer_fingerprint
from orders.vouchers.voucher_use import VoucherUse


def use_voucher(applied: AppliedVoucher, *, order: Order, now: datetime) -> VoucherUse:
    """Count it once. The caller took the voucher's lock before it priced the basket, so that the uses that were left
    then are left still: however many buyers complete at once, there are never more than it allows.
    """
    return VoucherUse.objects.create(
        voucher=applied.found.voucher,
        code=applied.found.code,
        order=order,
        customer=customer_fingerprint(order.email),
        user_id=order.user_id,
        used_at=now,
    )


def give_voucher_back(order: Order, *, now: datetime) -> None:
    """The order was called off before anything left: somebody may use the voucher again. Once is enough."""
    VoucherUse.objects.filter(order=order, given_back_at__isnull=True).update(given_back_at=now)
