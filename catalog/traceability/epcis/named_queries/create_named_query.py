"""``create_named_query``: keep a question under a name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from catalog.traceability.epcis.named_queries.named_query import LONGEST_NAME, NamedQuery
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.query.values import is_plain
from marketplace.sellers.models import Seller

MOST_PER_SELLER = 200
LONGEST_QUERY = 32 * 1024
"""Characters of JSON."""
AD_HOC = "SimpleEventQuery"
"""What answers of questions without a name say they are of (EPCIS 1.2, kept by 2.0)."""
_NAME = re.compile(r"[^\W_][\w.~-]{0,99}")


class BadQueryName(ValueError):
    """Names begin with a letter or a digit, hold letters, digits, and ``._~-``, and are not the standard's own."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name[:LONGEST_NAME]!r} is no name for a query: letters, digits, '.', '_', '~' and '-', "
            f"at most {LONGEST_NAME}, and not {AD_HOC}"
        )


class QueryNameTaken(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(f"there is a query named {name!r}")
        self.name = name


class TooManyQueries(ValueError):
    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} queries are kept for one seller")
        self.most = most


def create_named_query(*, seller: Seller, name: str, query: Mapping[str, Any]) -> NamedQuery:
    """A name is a seller's once; a query that could not be asked is not kept.

    Raises `BadQueryName`, `QueryNameTaken`, `TooManyQueries`, and what `read_query` raises.
    """
    if not _NAME.fullmatch(name) or name == AD_HOC:
        raise BadQueryName(name)
    written = json.dumps(query, ensure_ascii=False)
    if len(written) > LONGEST_QUERY:
        raise TooLongQuery(LONGEST_QUERY)
    if not is_plain(written) or "\\u0000" in written:
        raise QueryParameterException("query", "has characters that no text has")
    read_query(query)
    if NamedQuery.objects.filter(seller=seller).count() >= MOST_PER_SELLER:
        raise TooManyQueries(MOST_PER_SELLER)
    try:
        with transaction.atomic():
            return NamedQuery.objects.create(seller=seller, name=name, query=dict(query))
    except IntegrityError as taken:
        raise QueryNameTaken(name) from taken


class TooLongQuery(ValueError):
    def __init__(self, most: int) -> None:
        super().__init__(f"a query has at most {most} characters")
        self.most = most
