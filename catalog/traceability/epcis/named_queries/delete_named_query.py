"""``delete_named_query``: forget a question; whoever subscribed to it hears no more (EPCIS 2.0, 12.8.6)."""

from __future__ import annotations

from catalog.traceability.epcis.named_queries.named_query import NamedQuery


def delete_named_query(query: NamedQuery) -> None:
    query.delete()
