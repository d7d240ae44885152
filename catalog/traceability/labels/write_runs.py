"""``write_label_runs``: labels are written in the background: claimed by a lease, put in place whole.

A worker that dies leaves half a file that nobody reads; after the lease another one begins anew, three times at most.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import structlog
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from catalog.traceability.labels.label_item import items_of
from catalog.traceability.labels.label_run import LabelFormat, LabelRun, LabelRunStatus
from catalog.traceability.labels.label_text import label_text
from catalog.traceability.labels.pdf import write_pdf
from catalog.traceability.labels.sheet import sheet_of
from catalog.traceability.labels.zpl import write_zpl
from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import written

log = structlog.get_logger(__name__)
LEASE = timedelta(seconds=60)
TOLD_EVERY = 200
_ATTEMPTS = 3
_RELATED = ("lot__variant__product__seller", "serials")


def write_label_runs() -> int:
    """Write the run that has waited longest; returns how many that was. Safe to run many times at once."""
    waiting = LabelRun.objects.waiting(timezone.now()).order_by("created_at").values_list("pk", flat=True)
    return int(any(write_label_run(pk) for pk in waiting[:10]))


def write_label_run(run_id: UUID) -> bool:
    """Write it now, unless somebody else is at it."""
    run = _claim(run_id)
    if run is None:
        return False
    token = secrets.token_hex(16)
    name = f"{token[:2]}/{token}"
    try:
        with written(storage(), name) as path:
            _write(run, path)
    except BaseException:
        LabelRun.objects.filter(pk=run_id).update(worked_until=None)
        raise
    done = LabelRun.objects.filter(pk=run_id, status=LabelRunStatus.PENDING).update(
        status=LabelRunStatus.SUCCESS, file=name, done=run.count, worked_until=None, updated_at=timezone.now()
    )
    if not done:
        storage().delete(name)
    return True


def storage() -> Storage:
    """The private folder that no web server serves."""
    return private_files("labels")


def written_labels(run: LabelRun, file: BinaryIO) -> Iterator[int]:
    """Write into the file, telling now and then how many labels are done. Needs the run's lot with its product."""
    sheet, text = sheet_of(run.sheet), label_text(run.lot, run.language)
    if run.format == LabelFormat.ZPL:
        return write_zpl(file, sheet=sheet, text=text, items=items_of(run), dpi=run.dpi)
    return write_pdf(file, sheet=sheet, text=text, items=items_of(run))


def _write(run: LabelRun, path: Path) -> None:
    told = 0
    with path.open("wb") as file:
        for done in written_labels(run, file):
            if done >= told + TOLD_EVERY:
                told = done
                LabelRun.objects.filter(pk=run.pk).update(done=done, worked_until=timezone.now() + LEASE)


def _claim(run_id: UUID) -> LabelRun | None:
    now = timezone.now()
    with transaction.atomic():
        if not LabelRun.objects.select_for_update().filter(pk=run_id).waiting(now).exists():
            return None
        run = LabelRun.objects.select_related(*_RELATED).get(pk=run_id)
        run.attempts += 1
        run.worked_until = now + LEASE
        if run.attempts > _ATTEMPTS:
            run.status = LabelRunStatus.FAILED
            log.error("labels given up", run=str(run.pk))
        run.save(update_fields=["attempts", "worked_until", "status", "updated_at"])
    return run if run.status == LabelRunStatus.PENDING else None
