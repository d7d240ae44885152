"""The pots that money lies in, as the ledger knows them: a kind, whose it is, and one currency.

Some hold what others owe us (a provider's balance), most what we owe to others (a buyer, a seller, the state). An entry
above zero is a debit, one below a credit, so that the entries of a transaction add up to nothing; ``balance`` turns
them round where a credit is what the account is for.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import models

from i18n.fields import currency_field
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order


class AccountKind(models.TextChoices):
    PROVIDER_FUNDS = "PROVIDER_FUNDS"
    """What a provider or bank holds, by gateway."""
    BUYER_FUNDS = "BUYER_FUNDS"
    """Paid for an order and not earned by a seller: it may still go back to the buyer."""
    BUYER_CREDIT = "BUYER_CREDIT"
    """Paid beyond what an order costs."""
    SELLER_PAYABLE = "SELLER_PAYABLE"
    """Earned by a seller and not paid out. Below zero the seller owes: goods came back after the payout."""
    COMMISSION = "COMMISSION"
    COMMISSION_TAX = "COMMISSION_TAX"
    TAX_WITHHELD = "TAX_WITHHELD"
    """Kept back from a seller for the state."""
    TAX_RECEIVABLE = "TAX_RECEIVABLE"
    """Given back to a seller after it had been paid to the state: taken off the seller's next return."""
    PROVIDER_FEES = "PROVIDER_FEES"
    EXCHANGE_DIFFERENCE = "EXCHANGE_DIFFERENCE"
    VOUCHERS = "VOUCHERS"
    """What the marketplace adds where a voucher of its own lowered a price."""
    DISPUTED = "DISPUTED"
    """Taken back by a provider while a chargeback is decided, by order."""
    PAYOUT_IN_TRANSIT = "PAYOUT_IN_TRANSIT"
    """On its way to a seller's bank."""


K = AccountKind
OURS = frozenset({K.PROVIDER_FUNDS, K.PROVIDER_FEES, K.VOUCHERS, K.DISPUTED, K.EXCHANGE_DIFFERENCE, K.TAX_RECEIVABLE})
"""What is counted in debits: what others hold for us, and what things cost us."""
NEVER_BELOW_ZERO = frozenset(
    {
        K.BUYER_FUNDS,
        K.BUYER_CREDIT,
        K.COMMISSION,
        K.COMMISSION_TAX,
        K.TAX_WITHHELD,
        K.TAX_RECEIVABLE,
        K.DISPUTED,
        K.PAYOUT_IN_TRANSIT,
    }
)
"""No account of these is ever overdrawn: ``post`` refuses. The others can be, in life as here: a provider's balance
by a chargeback, a seller's by a return after the payout."""


@dataclass(frozen=True, slots=True)
class AccountName:
    """Which account, apart from the currency."""

    kind: AccountKind
    seller_id: int | None = None
    order_id: UUID | None = None
    gateway: str = ""

    def code(self, currency: str) -> str:
        """``SELLER_PAYABLE:12:EUR``: unique, and the order in which accounts are made."""
        owner = self.gateway or self.order_id or self.seller_id or ""
        return f"{self.kind.value}:{owner}:{currency}"


class LedgerAccount(models.Model):
    """Made when it is first posted to, and never changed."""

    code = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=20, choices=AccountKind.choices)
    currency = currency_field()
    seller = models.ForeignKey(Seller, models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="+")
    gateway = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["code"]
        indexes = [models.Index(fields=["seller", "kind"], name="accounts_of_a_seller")]

    def __str__(self) -> str:
        return self.code


def provider_funds(gateway: str) -> AccountName:
    return AccountName(K.PROVIDER_FUNDS, gateway=gateway)


def buyer_funds(order_id: UUID) -> AccountName:
    return AccountName(K.BUYER_FUNDS, order_id=order_id)


def buyer_credit(order_id: UUID) -> AccountName:
    """Credit is kept with the order it was overpaid for."""
    return AccountName(K.BUYER_CREDIT, order_id=order_id)


def disputed(order_id: UUID) -> AccountName:
    return AccountName(K.DISPUTED, order_id=order_id)


def seller_payable(seller_id: int) -> AccountName:
    return AccountName(K.SELLER_PAYABLE, seller_id=seller_id)


def payout_in_transit(seller_id: int) -> AccountName:
    return AccountName(K.PAYOUT_IN_TRANSIT, seller_id=seller_id)


def tax_withheld(seller_id: int) -> AccountName:
    return AccountName(K.TAX_WITHHELD, seller_id=seller_id)


def tax_receivable(seller_id: int) -> AccountName:
    return AccountName(K.TAX_RECEIVABLE, seller_id=seller_id)


COMMISSION = AccountName(K.COMMISSION)
COMMISSION_TAX = AccountName(K.COMMISSION_TAX)
PROVIDER_FEES = AccountName(K.PROVIDER_FEES)
EXCHANGE_DIFFERENCE = AccountName(K.EXCHANGE_DIFFERENCE)
VOUCHERS = AccountName(K.VOUCHERS)
