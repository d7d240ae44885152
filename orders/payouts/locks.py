"""The row locks of money: ledger accounts, in primary-key order, after everything of ``orders.locks``.

Only accounts that a posting draws on and that may not be overdrawn are locked. Whoever adds to one waits for nobody.
"""

from collections.abc import Iterable

from orders.payouts.ledger.account import LedgerAccount


def lock_accounts(account_ids: Iterable[int]) -> list[LedgerAccount]:
    """The accounts, held until the transaction ends."""
    rows = LedgerAccount.objects.select_for_update(of=("self",)).filter(pk__in=list(account_ids))
    return list(rows.order_by("pk"))
