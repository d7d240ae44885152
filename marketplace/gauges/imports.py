"""Spreadsheets of sellers that are being read or applied."""

from collections.abc import Iterator

from django.db.models import Count

from catalog.products.bulk_import.models import WORKING, ProductImport
from marketplace.gauges.reading import Reading


def read() -> Iterator[Reading]:
    working = ProductImport.objects.filter(status__in=WORKING).order_by()
    found = dict.fromkeys(WORKING, 0) | dict(working.values_list("status").annotate(count=Count("pk")))
    for state, count in found.items():
        yield Reading("imports_working", "Spreadsheets that are worked on.", count, {"state": state.lower()})
