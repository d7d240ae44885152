"""Doing an import's work in batches, each in a transaction of its own, whoever does it and however often it dies.

1. Claim the import: a lease that its holder renews with every batch. Who is killed loses it after `LEASE`.
2. A batch locks the import, looks whether it is still wanted and still where this worker believes it to be, does its
   rows, moves the cursor and commits all of it together. What was not committed is done again; what was, never.
3. The phases follow each other: READ, then the seller's decision, then WRITE, then PICTURES; UNDO leads back.

The clock (`advance_imports`) does this in the thread of ``make run`` and in Celery alike; a request does the first two
seconds itself, so that a small file is ready with the next page.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.file_storage import FileGone
from catalog.products.bulk_import.models import ImportPhase, ImportStatus, ProductImport
from i18n.messages import gettext_noop as _

LEASE = timedelta(seconds=30)
SLICE = 60.0
"""Seconds after which another waiting import gets its turn."""
IN_A_REQUEST = 2.0
_ATTEMPTS = 5


@dataclass(slots=True)
class Deadline:
    """When to stop after the batch in hand."""

    seconds: float | None = None
    _begun: float = 0.0

    def __post_init__(self) -> None:
        self._begun = time.monotonic()

    @property
    def is_over(self) -> bool:
        return self.seconds is not None and time.monotonic() - self._begun >= self.seconds


def advance_imports(*, seconds: float = SLICE) -> int:
    """Work on the import that has waited longest; returns how many that was. Safe to run many times."""
    waiting = ProductImport.objects.waiting(timezone.now()).order_by("pk").values_list("pk", flat=True)
    for pk in waiting[:10]:
        if work_on(pk, seconds=seconds):
            return 1
    return 0


def work_on(import_id: int, *, seconds: float | None = None) -> bool:
    """Do what is to be done of the import for about so long, or to the end; whether anything was done."""
    deadline = Deadline(seconds)
    with _leased(import_id) as is_ours:
        while is_ours:
            product_import = ProductImport.objects.select_related("seller", "by").get(pk=import_id)
            if not product_import.is_working:
                break
            _do_phase(product_import, deadline)
            if deadline.is_over:
                break
    return is_ours


def _do_phase(product_import: ProductImport, deadline: Deadline) -> None:
    """A slug or SKU that somebody else took a moment ago spoils the batch, which is done again."""
    for attempt in range(_ATTEMPTS):
        try:
            _phases()[ImportPhase(product_import.phase)](product_import, deadline)
            return
        except IntegrityError:
            if attempt == _ATTEMPTS - 1:
                raise
        except FileRefused as refused:
            [problem, *_others] = refused.problems
            fail(product_import, problem.code, problem.message, dict(problem.params))
            return
        except FileGone:
            fail(product_import, "GONE", _("The file is not kept any more: hand it in once more."), {})
            return


def fail(product_import: ProductImport, code: str, message: str, params: dict[str, object]) -> None:
    """Stop for good and say why."""
    ProductImport.objects.filter(pk=product_import.pk).update(
        status=ImportStatus.FAILED, problem={"code": code, "message": message, "params": params}
    )


@contextmanager
def batch_of(product_import: ProductImport) -> Iterator[ProductImport | None]:
    """The import, locked for one batch; ``None`` when it was stopped or somebody else has gone on with it."""
    with transaction.atomic():
        locked = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        same = (locked.status, locked.phase, locked.cursor)
        if same != (product_import.status, product_import.phase, product_import.cursor):
            yield None
            return
        locked.worked_until = timezone.now() + LEASE
        yield locked
        locked.save()
    product_import.status, product_import.phase, product_import.cursor = locked.status, locked.phase, locked.cursor


@contextmanager
def _leased(import_id: int) -> Iterator[bool]:
    now = timezone.now()
    with transaction.atomic():
        waiting = ProductImport.objects.select_for_update().filter(pk=import_id).waiting(now)
        claimed = bool(waiting)
        ProductImport.objects.filter(pk__in=[row.pk for row in waiting]).update(worked_until=now + LEASE)
    try:
        yield claimed
    finally:
        if claimed:
            ProductImport.objects.filter(pk=import_id).update(worked_until=None)


Phase = Callable[[ProductImport, Deadline], None]


def _phases() -> Mapping[ImportPhase, Phase]:
    from catalog.products.bulk_import.add_pictures import add_pictures
    from catalog.products.bulk_import.read_rows import read_rows
    from catalog.products.bulk_import.undo import undo_rows
    from catalog.products.bulk_import.write_rows import write_rows

    return {
        ImportPhase.READ: read_rows,
        ImportPhase.WRITE: write_rows,
        ImportPhase.PICTURES: add_pictures,
        ImportPhase.UNDO: undo_rows,
    }
