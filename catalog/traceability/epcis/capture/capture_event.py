"""``capture_event`` and ``capture_events``: take events in.

1. Check each one against the standard and its vocabulary; nothing is written while one of them is wrong.
2. Hash them; one that its seller captured before, in the same words or others, is a duplicate.
3. Write the events and what they say, in bulk, and note who handed goods to whom.
4. Publish `EpcisEventsCaptured`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.traceability.epcis.capture.prepare import Prepared, prepare
from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.event_rows import EventDisposition, EventField, EventLink, EventThing
from catalog.traceability.epcis.events import EpcisEventsCaptured
from catalog.traceability.epcis.rights.note_partners import note_partners
from catalog.traceability.epcis.validate.problem import InvalidEvent, Problem
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

__all__ = ["DuplicateEvent", "InvalidEvent", "capture_event", "capture_events"]

_AT_ONCE = 2000
_TABLES = (EventThing, EventLink, EventDisposition, EventField)


class DuplicateEvent(ValueError):
    """The same facts were captured before; ``event`` is the row, ``index`` which of those given it is."""

    def __init__(self, event: EpcisEvent, index: int = 0) -> None:
        super().__init__(f"captured before as {event.event_id}")
        self.event = event
        self.index = index


def capture_event(
    document: Mapping[str, Any],
    *,
    context: Any = None,
    seller: Seller | None,
    audience: str = Audience.CHAIN,
    capture: UUID | None = None,
) -> EpcisEvent:
    """Take one event in. ``context`` is the ``@context`` of the document around it, if there was one.

    Raises `InvalidEvent` and `DuplicateEvent`; then nothing was written.
    """
    return capture_events([document], context=context, seller=seller, audience=audience, capture=capture)[0]


def capture_events(
    documents: Sequence[Mapping[str, Any]],
    *,
    context: Any = None,
    seller: Seller | None,
    audience: str = Audience.CHAIN,
    capture: UUID | None = None,
) -> list[EpcisEvent]:
    """Take all of them in, or none. Paths of the problems of `InvalidEvent` begin with the event's index: ``/0/type``.

    For one document alone they begin at the event itself.
    """
    return capture_prepared(prepare_all(documents, context), seller=seller, audience=audience, capture=capture)


def capture_prepared(
    prepared: Sequence[Prepared],
    *,
    seller: Seller | None,
    audience: str = Audience.CHAIN,
    capture: UUID | None = None,
) -> list[EpcisEvent]:
    """`capture_events` of what `prepare_all` has checked already, outside of any transaction. Raises as it does."""
    if not prepared:
        return []
    try:
        with transaction.atomic():
            _refuse_duplicates(prepared, seller)
            return _write(prepared, seller=seller, audience=audience, capture=capture)
    except IntegrityError:
        # Somebody captured the same at the same moment; now it can be seen, or it was another's and the error stands.
        _refuse_duplicates(prepared, seller)
        raise


def prepare_all(documents: Sequence[Mapping[str, Any]], context: Any) -> list[Prepared]:
    """Raises `InvalidEvent` with the problems of all of them."""
    prepared, problems = [], []
    for index, document in enumerate(documents):
        try:
            prepared.append(prepare(document, context))
        except InvalidEvent as invalid:
            where = f"/{index}" if len(documents) > 1 else ""
            problems += [problem.under(where) for problem in invalid.problems]
    if problems:
        raise InvalidEvent(problems)
    return prepared


def _refuse_duplicates(prepared: Sequence[Prepared], seller: Seller | None) -> None:
    seen: dict[tuple[str, bool], int] = {}
    for index, one in enumerate(prepared):
        if one.key in seen:
            raise InvalidEvent([Problem(f"/{index}", f"the same event as number {seen[one.key]} of this document")])
        seen[one.key] = index
    found = EpcisEvent.objects.filter(seller=seller, event_hash__in=[digits for digits, _ in seen])
    for event in found.iterator():
        index = seen.get((event.event_hash, event.is_error_declaration), -1)
        if index >= 0:
            raise DuplicateEvent(event, index)


def _write(
    prepared: Sequence[Prepared], *, seller: Seller | None, audience: str, capture: UUID | None
) -> list[EpcisEvent]:
    now = timezone.now()
    events = [
        EpcisEvent(seller=seller, audience=audience, capture=capture, record_time=now, **one.columns)
        for one in prepared
    ]
    EpcisEvent.objects.bulk_create(events, batch_size=_AT_ONCE)
    for event, one in zip(events, prepared, strict=True):
        for row in one.rows:
            row.event = event
    for table in _TABLES:
        rows: list[Any] = [row for one in prepared for row in one.rows if isinstance(row, table)]
        table.objects.bulk_create(rows, batch_size=_AT_ONCE)
    note_partners(seller, [one.rows for one in prepared])
    publish(EpcisEventsCaptured(event_ids=[event.pk for event in events], seller_id=seller.pk if seller else None))
    return events
