"""The kit's one table."""

from marketplace.graphql.idempotency.stored_answer import StoredAnswer

__all__ = ["StoredAnswer"]
