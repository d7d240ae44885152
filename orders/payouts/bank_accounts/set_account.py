"""``set_bank_account``: an owner says where the seller's money goes. The password is asked for again."""

import dataclasses
from datetime import datetime, timedelta

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.accounts.passwords.change import require_password
from marketplace.events.publish import publish
from marketplace.sellers.locks import lock_seller
from orders.events import PayoutAccountChanged
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.bank_accounts.check_account import BankAccountData, checked

WAIT = timedelta(days=3)
"""Before a changed account is paid to. The first one of a currency is used at once."""


def set_bank_account(
    *, seller_id: int, data: BankAccountData, by: User, password: str, now: datetime
) -> SellerBankAccount:
    """The account for its currency, in place of the one before; every owner is told by mail.

    Payouts that were planned before still go where they were planned to. Raises ``BadBankAccount``, ``WrongPassword``,
    ``TooManyAttempts``.
    """
    wanted = checked(data)
    require_password(by, password)
    values = {**dataclasses.asdict(wanted), "seller_id": seller_id, "changed_at": now, "changed_by": by}
    with transaction.atomic():
        lock_seller(seller_id)
        before = SellerBankAccount.objects.filter(seller=seller_id, currency=wanted.currency).first()
        if before is not None and _same(before, wanted):
            return before
        account = before or SellerBankAccount()
        for name, value in values.items():
            setattr(account, name, value)
        account.usable_from = now if before is None else now + WAIT
        account.save()
        publish(PayoutAccountChanged(account_id=account.pk, at=now.isoformat()))
    return account


def _same(account: SellerBankAccount, wanted: BankAccountData) -> bool:
    known = {name: getattr(account, name) for name in dataclasses.asdict(wanted)}
    return known | {"holder": account.holder.open(), "account_number": account.account_number.open()} == (
        dataclasses.asdict(wanted)
    )
