"""Vouchers, returns and disputes of the small world: one of the cast's and one of others'."""

from typing import Any

from i18n.money import Money
from marketplace.accounts.models import User
from orders.disputes.dispute import Dispute
from orders.returns.return_request import ReturnRequest
from orders.vouchers.voucher import Voucher
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.vouchers import make_voucher


def make_aftermath(facts: dict[str, Any], buyer: User, other_buyer: User) -> dict[str, Any]:
    """What came of orders that had arrived."""
    return {
        **_came_of(facts["variant"], buyer),
        **{f"other_{name}": row for name, row in _came_of(facts["other_variant"], other_buyer).items()},
        "voucher": make_voucher("MOC-10", seller=facts["seller"]),
        "other_voucher": make_voucher("GOM-10", seller=facts["other_seller"]),
        "market_voucher": make_voucher("SAN-10"),
    }


def _came_of(variant: Any, buyer: User) -> dict[str, ReturnRequest | Dispute]:
    returned = make_delivered_order((variant, 2), user=buyer, email=buyer.email).seller_orders.get()
    disputed = make_delivered_order((variant, 1), user=buyer, email=buyer.email).seller_orders.get()
    claimed = Money(disputed.total_amount, disputed.currency)
    return {"return_request": make_return(returned, 1), "dispute": make_dispute(disputed, claimed=claimed)}


def own_aftermath(facts: dict[str, Any]) -> dict[str, list[Any]]:
    """By type, the rows of the cast."""
    voucher: Voucher = facts["voucher"]
    return {
        "ReturnRequest": [facts["return_request"]],
        "Dispute": [facts["dispute"]],
        "DisputeMessage": [facts["dispute"].messages.get()],
        "Voucher": [voucher, facts["market_voucher"]],
        "VoucherCode": [voucher.codes.get()],
        "VoucherChannelListing": [voucher.listings.get()],
    }
