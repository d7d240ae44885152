"""What takes longer than a request may: asking a source for its list, and applying a long one.

1. Claim the list: a lease. Who is killed loses it after `LEASE`, and the next one does the task from its beginning.
2. A list is fetched with nothing locked, then kept with its verdicts in one transaction. Whoever has lost the lease
   keeps nothing.
3. A list is applied in one transaction (`apply_exhibitors`), which looks under its locks whether that has been done.
   A claim passes by a list that is locked, so that nobody waits behind a task that takes longer than its lease.
4. What is refused ends the task and is kept as its problem. Anything else that goes wrong is tried `MOST_ATTEMPTS`
   times: a process that dies of a list does not die of it for ever.

The clock (`advance_lists`) does this in the threads of ``make run`` and in Celery alike; a slow source keeps no list
from being applied.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitor_import import ExhibitorImport, ExhibitorImportQuerySet, ImportTask
from marketplace.expo.imports.apply import apply_exhibitors
from marketplace.expo.imports.preview import read_list
from marketplace.expo.imports.sources import fetch_list

LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 3
_MEGABYTES = ("rows", "missing", "decisions")


def advance_lists(task: ImportTask) -> int:
    """Do the task that has waited longest; returns how many that was. Safe to run many times."""
    now = timezone.now()
    if not ExhibitorImport.objects.waiting(now).filter(task=task).exists():
        return 0
    claimed = _claim(task, now)
    if claimed is None:
        return 0
    try:
        _do(claimed)
    except Refused as refused:
        _fail(claimed, refused.problems[0])
    finally:
        _held(claimed).update(worked_until=None)
    return 1


def _claim(task: ImportTask, now: datetime) -> ExhibitorImport | None:
    with transaction.atomic():
        waiting = ExhibitorImport.objects.select_for_update(skip_locked=True, of=("self",)).waiting(now)
        found = waiting.filter(task=task).defer(*_MEGABYTES).order_by("pk").first()
        if found is None:
            return None
        found.attempts, found.worked_until = found.attempts + 1, now + LEASE
        found.save(update_fields=["attempts", "worked_until"])
        if found.attempts <= MOST_ATTEMPTS:
            return found
        message = _(
            "It has been written down and will be looked at. Nothing you did was half done. Try again in a few minutes."
        )
        _fail(found, Problem(None, "GAVE_UP", message))
        return None


def _held(claimed: ExhibitorImport) -> ExhibitorImportQuerySet:
    """The list, unless somebody else has taken it over."""
    return ExhibitorImport.objects.filter(pk=claimed.pk, worked_until=claimed.worked_until).exclude(task="")


def _fail(claimed: ExhibitorImport, problem: Problem) -> None:
    told = {"code": problem.code, "message": problem.message, "params": dict(problem.params)}
    _held(claimed).update(task="", worked_until=None, problem=told)


def _do(claimed: ExhibitorImport) -> None:
    if claimed.task == ImportTask.FETCH:
        _fetch(claimed)
    else:
        apply_exhibitors(exhibitor_import=claimed, remove=claimed.leaving, by=claimed.applied_by)


def _fetch(claimed: ExhibitorImport) -> None:
    if claimed.source is None:
        raise Refused(Problem("source_id", "NOT_FOUND", _("There is no such source of exhibitors.")))
    content = fetch_list(claimed.source)
    with transaction.atomic():
        stored = _held(claimed).select_for_update(of=("self",)).first()
        if stored is not None:
            stored.task, stored.worked_until, stored.problem = "", None, None
            read_list(stored, content, mapping=claimed.source.mapping)
