"""Let an edition count, or put it away."""

from __future__ import annotations

import hashlib
import json

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from logistics.customs.rules.edition import CustomsEdition, EditionStatus
from marketplace.accounts.models import User


class EditionHasMistakes(ValueError):
    """Some rows are wrong, and nobody said that the good ones suffice."""

    def __init__(self, wrong: int) -> None:
        super().__init__(f"{wrong} rows are wrong")
        self.wrong = wrong


class EditionNotOpen(ValueError):
    """It was put away, or nothing in it is right."""


def apply_edition(*, edition: CustomsEdition, only_good_rows: bool = False, by: User | None) -> CustomsEdition:
    """From now on its good rows count for the days they name; applied again it changes nothing.

    Raises ``EditionHasMistakes`` unless the good rows suffice, ``EditionNotOpen`` when it was put away or nothing is
    right in it.
    """
    with transaction.atomic():
        # Editions are chained, so they follow each other: all rows are locked in the order of their keys.
        rows = list(CustomsEdition.objects.select_for_update().order_by("pk").defer("rows"))
        locked = CustomsEdition.objects.get(pk=edition.pk)
        if locked.status == EditionStatus.APPLIED:
            return locked
        if locked.status == EditionStatus.DISCARDED or not locked.good_rows():
            raise EditionNotOpen(locked.status)
        if locked.wrong_rows and not only_good_rows:
            raise EditionHasMistakes(locked.wrong_rows)
        last = max((row for row in rows if row.sequence), key=lambda row: row.sequence or 0, default=None)
        top = CustomsEdition.objects.aggregate(top=Max("sequence"))["top"] or 0
        locked.sequence, locked.digest = top + 1, digest_of(last.digest if last else "", locked)
        locked.status, locked.applied_at, locked.applied_by = EditionStatus.APPLIED, timezone.now(), by
        locked.written = len(locked.good_rows())
        locked.save(update_fields=["sequence", "digest", "status", "applied_at", "applied_by", "written"])
    return locked


def discard_edition(*, edition: CustomsEdition) -> CustomsEdition:
    """Put a file away that was only looked through; raises ``EditionNotOpen`` for one that counts."""
    with transaction.atomic():
        locked = CustomsEdition.objects.select_for_update().get(pk=edition.pk)
        if locked.status == EditionStatus.APPLIED:
            raise EditionNotOpen(locked.status)
        locked.status = EditionStatus.DISCARDED
        locked.save(update_fields=["status"])
    return locked


def digest_of(previous: str, edition: CustomsEdition) -> str:
    """The link of the chain."""
    content = json.dumps(edition.good_rows(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{content}".encode()).hexdigest()
