"""What a seller once said of a spreadsheet's columns is said of every spreadsheet with the same headers."""

import hashlib
from collections.abc import Sequence

from django.utils import timezone

from catalog.products.bulk_import.columns import Column, is_field
from catalog.products.bulk_import.models import ImportMapping
from catalog.products.spreadsheet.guess import words
from marketplace.sellers.models import Seller

MOST_REMEMBERED = 200
"""Per seller; the ones not used for longest are forgotten."""


def signature_of(headers: Sequence[str]) -> str:
    """The same for the same headers in the same order, whatever their case, marks and spaces."""
    folded = "\x1f".join(words(header) or header.strip() for header in headers)
    return hashlib.sha256(folded.encode()).hexdigest()


def remembered(seller: Seller, signature: str) -> list[str | None] | None:
    """The field of each column as the seller said it the last time, or ``None``."""
    row = ImportMapping.objects.filter(seller=seller, signature=signature).first()
    if row is None:
        return None
    ImportMapping.objects.filter(pk=row.pk).update(used_at=timezone.now())
    return [field if isinstance(field, str) and is_field(field) else None for field in row.fields]


def remember(seller: Seller, signature: str, columns: Sequence[Column]) -> None:
    """Keep what the columns mean."""
    fields = [column.field for column in columns]
    ImportMapping.objects.update_or_create(
        seller=seller, signature=signature, defaults={"fields": fields, "used_at": timezone.now()}
    )
    kept = ImportMapping.objects.filter(seller=seller).order_by("-used_at", "-pk").values_list("pk", flat=True)
    ImportMapping.objects.filter(pk__in=list(kept[MOST_REMEMBERED : MOST_REMEMBERED * 2])).delete()
