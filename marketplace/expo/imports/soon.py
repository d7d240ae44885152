"""``apply_soon`` and ``fetch_soon``: what a request asks for, done at once if it is small, else by `work`."""

from collections.abc import Collection

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor_import import ExhibitorImport, ImportTask
from marketplace.expo.imports.apply import Applied, apply_exhibitors
from marketplace.expo.imports.preview import drop_old
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.imports.sources import fetched_feed
from marketplace.expo.texts import tidy

MOST_ROWS = 200
MOST_REMOVED = 20
"""More than these are not applied while somebody waits for the answer."""


def apply_soon(
    *, exhibitor_import: ExhibitorImport, remove: Collection[int] = (), by: User | None = None
) -> Applied | None:
    """Apply a short list now; ``None``: a long one waits for its turn, or for the end of the task in hand.

    Raises ``Refused``, what is waiting says why it could not be done in its ``problem`` instead.
    """
    with transaction.atomic():
        stored = ExhibitorImport.objects.select_for_update(of=("self",)).get(pk=exhibitor_import.pk)
        is_short = stored.tally.get("total", 0) <= MOST_ROWS and len(remove) <= MOST_REMOVED
        if stored.applied_at is None and not is_short and not stored.task:
            stored.task, stored.attempts, stored.problem = ImportTask.APPLY, 0, None
            stored.leaving, stored.applied_by = sorted(set(remove)), by
            stored.save(update_fields=["task", "attempts", "problem", "leaving", "applied_by"])
    if stored.task:
        return None
    return apply_exhibitors(exhibitor_import=exhibitor_import, remove=remove, by=by)


def fetch_soon(*, expo: Expo, source: ExhibitorSource, by: User | None = None) -> ExhibitorImport:
    """A list that is going to be fetched; the same one while the source has not answered. Raises ``Refused``."""
    fetched_feed(source)
    with transaction.atomic():
        drop_old(expo)
        ExhibitorSource.objects.select_for_update().get(pk=source.pk)
        being_fetched = ExhibitorImport.objects.filter(expo=expo, source=source, task=ImportTask.FETCH)
        return being_fetched.first() or ExhibitorImport.objects.create(
            expo=expo,
            source=source,
            feed=source.feed,
            file_name=tidy(source.name)[:200],
            created_by=by,
            task=ImportTask.FETCH,
        )
