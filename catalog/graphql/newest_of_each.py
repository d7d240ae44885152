"""The newest products of several categories at once, each found at the front of an index."""

from collections.abc import Collection, Sequence

from django.db import connections
from django.db.models import F, IntegerField, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from catalog.models import Product
from marketplace.graphql.connections.page import Window as Cut

_NEWEST = ("-created_at", "-pk")


def newest_of_each(shown: QuerySet[Product], groups: Sequence[Collection[int]], cut: Cut) -> list[list[Product]]:
    """For each group of category ids its own page of ``shown``, newest first; one statement, or none for empty pages.

    PostgreSQL takes the front of an index for each group. SQLite doesn't cut parts of one statement: it numbers the
    products of every category, which a catalogue of its size bears.
    """
    end = cut.offset + cut.limit
    if not cut.limit or not groups:
        return [[] for _group in groups]
    if len(groups) == 1:
        return [list(shown.filter(category_id__in=groups[0]).order_by(*_NEWEST)[cut.offset : end])]
    if not connections[shown.db].features.supports_slicing_ordering_in_compound:
        return _numbered(shown, groups, cut)
    parts = [
        shown.filter(category_id__in=group)
        .annotate(group=Value(place, IntegerField()))
        .order_by(*_NEWEST)[cut.offset : end]
        for place, group in enumerate(groups)
    ]
    found: list[list[Product]] = [[] for _group in groups]
    for row in parts[0].union(*parts[1:], all=True):
        found[row.group].append(row)
    return [sorted(rows, key=lambda row: (row.created_at, row.pk), reverse=True) for rows in found]


def _numbered(shown: QuerySet[Product], groups: Sequence[Collection[int]], cut: Cut) -> list[list[Product]]:
    end = cut.offset + cut.limit
    place = Window(RowNumber(), partition_by=F("category_id"), order_by=[F("created_at").desc(), F("pk").desc()])
    rows: list[Product] = list(shown.annotate(place=place).filter(place__lte=end).order_by(*_NEWEST))
    return [[row for row in rows if row.category_id in group][cut.offset : end] for group in groups]
