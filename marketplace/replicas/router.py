"""Who is sent where: reads that may lag to the replica, everything else to the primary.

1. Writes, and everything outside a request, go to the primary.
2. Inside a transaction everything is read where it is written.
3. Of the rest only the shop window may lag: products, texts, markets and sellers. Whether somebody is signed in, may do
   something, owes or owns something is read from the primary, always.
4. A replica that is gone, promoted or too far behind is not asked until it is well again.
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

from marketplace.replicas.condition import is_usable
from marketplace.replicas.reads import current

REPLICA = "replica"
LAGGING_APPS = frozenset({"catalog", "i18n", "channels", "indicators"})
LAGGING_MODELS = frozenset(
    {"sellers.seller", "marketplace.page", "marketplace.pageversion", "marketplace.menu", "marketplace.menuitem"}
)


class Router:
    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        reads = current.get()
        if reads is None or not reads.may_lag or not may_lag(model):
            return DEFAULT_DB_ALIAS
        if connections[DEFAULT_DB_ALIAS].in_atomic_block or not is_usable():
            return DEFAULT_DB_ALIAS
        return REPLICA

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        reads = current.get()
        if reads is not None:
            reads.may_lag = False
            reads.wrote = reads.wrote or reads.is_change
        return DEFAULT_DB_ALIAS

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool:
        return True  # both are the same rows

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


def may_lag(model: type[Model]) -> bool:
    return model._meta.app_label in LAGGING_APPS or model._meta.label_lower in LAGGING_MODELS
