"""By which way a seller is paid in a currency."""

from dataclasses import dataclass
from datetime import datetime

from orders.payouts.accounts.payout_account import PayoutAccount
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.discovery import installed_rails
from orders.payouts.rail import Payee, Rail


@dataclass(frozen=True, slots=True)
class Way:
    """A rail and the bank account it pays to; ``by_part`` says that another verb pays every part when it ships."""

    rail: Rail
    account: SellerBankAccount | None = None

    @property
    def by_part(self) -> bool:
        return self.rail.pays_by_part


def way_to(seller_id: int, currency: str, *, now: datetime) -> Way | None:
    """The provider's own transfer where the seller has an account there; else the first rail that takes the bank
    account (``bank_file`` before ``manual``); nothing where no rail can."""
    account = SellerBankAccount.objects.filter(seller=seller_id, currency=currency, usable_from__lte=now).first()
    rails = sorted(installed_rails().values(), key=lambda rail: (not rail.pays_by_part, rail.code))
    for rail in rails:
        payee = _at_provider(seller_id) if rail.pays_by_part else payee_of(account)
        if payee is not None and rail.refuses(currency, payee) is None:
            return Way(rail, None if rail.pays_by_part else account)
    return None


def payee_of(account: SellerBankAccount | None) -> Payee | None:
    """Closed: which rail can pay is decided without opening it."""
    if account is None:
        return None
    return Payee(
        seller_id=account.seller_id,
        country=account.country,
        reference=account.masked,
        can_receive=True,
        details={
            "holder": str(account.holder),
            "bank_name": account.bank_name,
            "bic": account.bic,
            "bank_code": account.bank_code,
        },
    )


def _at_provider(seller_id: int) -> Payee | None:
    account = PayoutAccount.objects.filter(seller=seller_id).first()
    if account is None:
        return None
    return Payee(seller_id, account.country, reference=account.reference, can_receive=account.can_receive)
