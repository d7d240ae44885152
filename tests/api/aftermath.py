"""Vouchers, returns and disputes of the small world: one of the cast's and one of others'."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from i18n.money import Money
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from orders.disputes.answer import write_to_dispute
from orders.disputes.dispute import Dispute
from orders.disputes.move_dispute import Said
from orders.returns.return_request import ReturnRequest
from orders.vouchers.fields import Worth
from orders.vouchers.voucher import Voucher
from orders.vouchers.write import add_codes, list_voucher, update_voucher
from tests.factories.aftermath import make_delivered_order, make_dispute, make_return
from tests.factories.orders import BUYER
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


def more_aftermath(facts: dict[str, Any], chair: Any, buyer: User, number: int) -> None:
    """More of what comes of orders, more that is said of it, and more vouchers with more in each."""
    _came_of(chair, buyer)
    market = Channel.objects.get(slug=f"market-{number}")
    for _ in range(2):
        write_to_dispute(dispute_id=facts["dispute"].pk, said=Said("Again."), by=BUYER, now=timezone.now())
    for name, seller in (("MOC", facts["seller"]), ("SAN", None)):
        more = make_voucher(f"{name}-M{number}", seller=seller, products=[chair.product, facts["product"]])
        list_voucher(voucher=more, worths=[Worth(market, Decimal(5))])
    voucher: Voucher = facts["voucher"]
    add_codes(voucher=voucher, codes=[f"MOC-C{number}"])
    list_voucher(voucher=voucher, worths=[Worth(market, Decimal(5))])
    update_voucher(voucher=voucher, products=[*voucher.products.all(), chair.product])


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
