"""Put a voucher's code on a basket, and take it off."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.checkout.checkout import Checkout
from orders.checkout.hold import touch
from orders.checkout.totals import price_checkout
from orders.locks import lock_checkout
from orders.vouchers.refusal import VoucherNotApplicable, VoucherProblem
from orders.vouchers.voucher_code import LONGEST, tidy_code


def add_promo_code(*, checkout_id: UUID, code: str, now: datetime) -> Checkout:
    """In place of an earlier one: a basket has one voucher. Raises ``VoucherNotApplicable`` and changes nothing."""
    wanted = tidy_code(code)
    if not wanted or len(wanted) > LONGEST:
        raise VoucherNotApplicable(VoucherProblem.UNKNOWN)
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.voucher_code = wanted
        refused = price_checkout(checkout, now=now).voucher_refused
        if refused is not None:
            raise refused
        checkout.save(update_fields=["voucher_code"])
        touch(checkout, now=now)
    return checkout


def remove_promo_code(*, checkout_id: UUID, code: str, now: datetime) -> Checkout:
    """The basket costs what it costs without it. A code that is not on it changes nothing."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        if checkout.voucher_code == tidy_code(code):
            checkout.voucher_code = ""
            checkout.save(update_fields=["voucher_code"])
        touch(checkout, now=now)
    return checkout
