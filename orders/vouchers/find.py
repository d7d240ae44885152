"""The voucher behind a code, and how often it was used."""

import hashlib
from dataclasses import dataclass

from django.db.models import Q

from marketplace.channels.models import Channel
from marketplace.channels.switches import Switch, is_on
from orders.vouchers.refusal import VoucherNotApplicable, VoucherProblem
from orders.vouchers.voucher import Voucher
from orders.vouchers.voucher_code import VoucherCode, tidy_code
from orders.vouchers.voucher_listing import VoucherListing
from orders.vouchers.voucher_use import VoucherUse


@dataclass(frozen=True, slots=True)
class FoundVoucher:
    voucher: Voucher
    code: VoucherCode
    listing: VoucherListing


def find_voucher(typed: str, *, channel: Channel) -> FoundVoucher:
    """The living voucher that has this code and is worth something in the channel; raises ``VoucherNotApplicable``."""
    if not is_on(channel, Switch.VOUCHERS):
        raise VoucherNotApplicable(VoucherProblem.SWITCHED_OFF)
    codes = VoucherCode.objects.select_related("voucher__seller")
    code = codes.filter(code=tidy_code(typed), is_active=True, voucher__is_active=True).first()
    listing = VoucherListing.objects.filter(voucher=code.voucher, channel=channel).first() if code else None
    if code is None or listing is None:
        raise VoucherNotApplicable(VoucherProblem.UNKNOWN)
    return FoundVoucher(code.voucher, code, listing)


def customer_fingerprint(email: str) -> str:
    """The same for every spelling of one address, and nobody's address."""
    return hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def require_uses_left(found: FoundVoucher, *, email: str, user_id: int | None) -> None:
    """Raises ``VoucherNotApplicable`` when it was used up, in all or by this customer.

    Exact only while the voucher's lock is held; before that it is what can be known without waiting.
    """
    voucher, code = found.voucher, found.code
    uses = VoucherUse.objects.filter(voucher=voucher, given_back_at__isnull=True)
    is_used_up = (voucher.usage_limit is not None and uses.count() >= voucher.usage_limit) or (
        voucher.single_use and uses.filter(code=code).exists()
    )
    if is_used_up:
        raise VoucherNotApplicable(VoucherProblem.USED_UP, code=code.code)
    if voucher.limit_per_customer is not None and (email or user_id is not None):
        own = Q(customer=customer_fingerprint(email)) if email else Q()
        own |= Q(user_id=user_id) if user_id is not None else Q()
        if uses.filter(own).count() >= voucher.limit_per_customer:
            raise VoucherNotApplicable(VoucherProblem.USED_BY_CUSTOMER, code=code.code)
