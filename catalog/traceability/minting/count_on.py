"""``count_on``: the next numbers of a counter, for this transaction alone."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.minting.series import NumberCounter, SeriesKind

MOST_AT_ONCE = 100_000


class BadCount(ValueError):
    """None, or more than may be numbered at once."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} is not between 1 and {MOST_AT_ONCE}")
        self.count = count
        self.most = MOST_AT_ONCE


def count_on(*, kind: SeriesKind, subject: str, stem: str, count: int) -> int:
    """The first of ``count`` numbers that nobody else gets.

    The counter's row is held until the caller's transaction ends, so that one that is undone gives its numbers back
    and leaves no gap. Raises `BadCount`.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise BadCount(count)
    with transaction.atomic():
        NumberCounter.objects.get_or_create(kind=kind, subject=subject, stem=stem)
        counter = NumberCounter.objects.select_for_update().get(kind=kind, subject=subject, stem=stem)
        first = counter.next_number
        counter.next_number = first + count
        counter.save(update_fields=["next_number"])
    return first
