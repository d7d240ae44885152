"""Which tables are in parts by month, and by which moment of a row. That moment never changes once a row is written.

Why these and not others: ``infra/decisions/growing-tables.md``.
"""

PARTITIONED = {
    "catalog_pricerecord": "recorded_at",
    "catalog_stockmovement": "at",
    "events_outboxmessage": "created_at",
    "marketplace_webhookattempt": "at",
    "orders_orderevent": "at",
}
