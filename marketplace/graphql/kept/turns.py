"""When an answer becomes another one although nobody writes: a sale begins, a product is shown from a day on."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Min

from marketplace.graphql.kept.watched import Read, Watched

NEVER = float("inf")


def next_turn(connection: Any, reads: frozenset[Read], watched: Mapping[str, Watched], *, after: datetime) -> float:
    """The first moment after ``after``, in seconds since 1970, of the rows that were read; infinity without any."""
    keys: dict[str, set[str | None]] = defaultdict(set)
    for table, key in reads:
        if watched[table].turns:
            keys[table].add(key)
    found = [_of_table(connection, watched[table], read, after) for table, read in keys.items()]
    return min(found, default=NEVER)


def _of_table(connection: Any, watched: Watched, keys: set[str | None], after: datetime) -> float:
    """An index holds each of these columns where it isn't empty."""
    model: Any = next(model for model in apps.get_models() if model._meta.db_table == watched.table)
    rows = model._base_manager.using(connection.alias).order_by()
    if None not in keys and watched.key is not None:
        column = next(field for field in model._meta.concrete_fields if field.column == watched.key)
        rows = rows.filter(**{f"{column.attname}__in": sorted(keys, key=str)})
    moments = [rows.filter(**{f"{name}__gt": after}).aggregate(first=Min(name))["first"] for name in watched.turns]
    return min((moment.timestamp() for moment in moments if moment is not None), default=NEVER)
