"""The kit's tables."""

from marketplace.graphql.idempotency.stored_answer import StoredAnswer
from marketplace.graphql.kept.row_change import RowChange

__all__ = ["RowChange", "StoredAnswer"]
