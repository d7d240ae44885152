"""The database refuses to change or delete what was posted."""

from marketplace.append_only.triggers import Refusal

REFUSAL = Refusal(
    tables=("orders_ledgerentry", "orders_ledgertransaction"),
    message="the ledger is append-only",
    function="orders_ledger_refuse",
)
TABLES, create, drop = REFUSAL.tables, REFUSAL.create, REFUSAL.drop
