"""What the marketplace keeps of sales, where makers are paid to, and payouts in each state."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.sign_ins import PASSWORD
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.lifecycle.by import By, Role
from orders.payouts.bank_accounts.check_account import BankAccountData
from orders.payouts.bank_accounts.set_account import set_bank_account
from orders.payouts.commission.rules import create_rule
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import confirm_payout, mark_payout_sent, reject_payout
from orders.payouts.settle_part import earn_shipped

BEGINNING = date(2026, 1, 1)
ACCOUNTS = (("moc-an", "EUR"), ("moc-an", "USD"), ("moc-an", "JPY"), ("son-mai-tuong-an", "EUR"))
STATES = {("moc-an", "EUR"): "CONFIRMED", ("moc-an", "USD"): "SENT", ("moc-an", "JPY"): "REJECTED"}
"""What became of a maker's payout; the others wait."""


def charge_commission(sellers: dict[str, SettledSeller]) -> None:
    """8 % of everybody, with 10 % tax on it; 6 % of the lacquer makers."""
    tax = Decimal(10)
    create_rule({"percent": Decimal(8), "tax_percent": tax, "note": "Everybody"}, today=BEGINNING)
    lacquer = sellers["son-mai-tuong-an"].seller
    create_rule({"percent": Decimal(6), "tax_percent": tax, "seller": lacquer, "note": "First year"}, today=BEGINNING)


def pay_out(sellers: dict[str, SettledSeller], people: People) -> int:
    """Plan what is due and settle some of it; returns how many payouts there are."""
    now = timezone.now()
    for key, currency in ACCOUNTS:
        settled = sellers[key]
        set_bank_account(
            seller_id=settled.seller.pk,
            data=_account(settled.data["legal_name"], currency),
            by=settled.owner,
            password=PASSWORD,
            now=now - timedelta(days=60),
        )
    _earn()
    plan_payouts(now=now)
    keys = {settled.seller.pk: key for key, settled in sellers.items()}
    for payout in Payout.objects.order_by("pk"):
        _settle(payout, STATES.get((keys[payout.seller_id], payout.currency), ""), people.operator)
    return Payout.objects.count()


def _earn() -> None:
    """What the reaction to a shipment does: the demo is made in one transaction, and reactions come after it."""
    for sent in Fulfillment.objects.order_by("pk"):
        earn_shipped(SellerOrderShipped(str(sent.seller_order_id), sent.pk))


def _account(holder: str, currency: str) -> BankAccountData:
    return BankAccountData(
        currency=currency,
        holder=holder,
        bank_name="Ngân hàng Ví Dụ",
        country="VN",
        account_number="113366668888",
        bic="VIDUVNVX",
        bank_code="999999",
    )


def _settle(payout: Payout, state: str, operator: User) -> None:
    if not state:
        return
    by, now = By(Role.STAFF, operator), timezone.now()
    mark_payout_sent(payout_id=payout.pk, reference=f"DEMO-{payout.number[-6:]}", by=by, now=now)
    if state == "CONFIRMED":
        confirm_payout(payout_id=payout.pk, by=by, now=now)
    elif state == "REJECTED":
        reject_payout(payout_id=payout.pk, by=by, now=now, reason="The bank does not take this currency")
