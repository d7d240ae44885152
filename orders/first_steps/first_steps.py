"""``first_steps``: how far a seller has come, computed from what there is. Nothing is ever ticked by hand."""

from catalog.models import Certificate
from marketplace.sellers.models import Seller
from orders.first_steps.hidden import FirstStepsHidden
from orders.first_steps.of_product import furthest_product
from orders.first_steps.step import FirstSteps, Step
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.transfers.transfer import PartTransfer, TransferStatus

SOLD = {
    SellerOrderStatus.CONFIRMED: {Step.FIRST_ORDER},
    SellerOrderStatus.PACKING: {Step.FIRST_ORDER, Step.PACKED},
    SellerOrderStatus.SHIPPED: {Step.FIRST_ORDER, Step.PACKED, Step.SHIPPED},
    SellerOrderStatus.DELIVERED: {Step.FIRST_ORDER, Step.PACKED, Step.SHIPPED},
}
"""What an order in a state proves; one that is not paid yet or was called off proves nothing."""


def first_steps(seller: Seller) -> FirstSteps:
    """Of a new seller as of an old one; a fixed number of statements."""
    product_id, done = furthest_product(seller.pk)
    of_shop = _of_the_shop(seller)
    return FirstSteps(
        seller_id=seller.pk,
        done=done | of_shop | _of_the_trade(seller.pk),
        product_id=product_id,
        is_hidden=FirstStepsHidden.objects.filter(seller=seller).exists(),
    )


def _of_the_shop(seller: Seller) -> set[Step]:
    facts = {
        Step.APPLIED: True,
        Step.APPROVED: seller.approved_at is not None,
        Step.SHOP_PAGE: bool(seller.tagline and seller.story),
        Step.BANK_ACCOUNT: SellerBankAccount.objects.filter(seller=seller).exists()
        or PayoutAccount.objects.filter(seller=seller, can_pay_out=True).exists(),
        Step.CERTIFICATE: Certificate.objects.current().filter(seller=seller).exists(),
    }
    return {step for step, is_so in facts.items() if is_so}


def _of_the_trade(seller_id: int) -> set[Step]:
    found: set[Step] = set()
    for status in SellerOrder.objects.filter(seller=seller_id).order_by().values_list("status", flat=True).distinct():
        found |= SOLD.get(SellerOrderStatus(status), set())
    paid = Payout.objects.filter(seller=seller_id, status=PayoutStatus.CONFIRMED).exists()
    transfers = PartTransfer.objects.filter(seller_order__seller=seller_id, status=TransferStatus.DONE)
    return found | ({Step.PAID_OUT} if paid or transfers.exists() else set())
