"""Capturing the documents of jobs, whoever does it and however often it dies.

1. Claim a job: a lease, which its holder renews. Who is killed loses it after `LEASE`, and another goes on.
2. A job that rolls back captures all of its events, its master data and its own end in one transaction.
3. A job that proceeds does so for some events at a time, together with the place it has reached; each wrong one leaves
   an error. What the job captured itself is no duplicate to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from catalog.traceability.epcis.capture.capture_event import (
    DuplicateEvent,
    capture_event,
    capture_events,
    capture_prepared,
    prepare_all,
)
from catalog.traceability.epcis.capture.capture_job import CaptureJob, ErrorBehaviour
from catalog.traceability.epcis.documents.document import EventDocument
from catalog.traceability.epcis.documents.read_body import read_body
from catalog.traceability.epcis.master_data.record_master_data import record_master_data
from catalog.traceability.epcis.rest.problem import Kind, problem
from catalog.traceability.epcis.validate.problem import InvalidEvent

LEASE = timedelta(minutes=5)
AT_ONCE = 50
MOST_ERRORS = 100
MOST_ATTEMPTS = 5
Errors = list[dict[str, Any]]


def capture_waiting() -> int:
    """Do the job that has waited longest; how many that was. Safe to run many times at once."""
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    waiting = CaptureJob.objects.filter(free, is_running=True).order_by("created_at")
    for key in waiting.values_list("pk", flat=True)[:10]:
        if CaptureJob.objects.filter(free, pk=key, is_running=True).update(
            leased_until=now + LEASE, attempts=F("attempts") + 1
        ):
            do_job(CaptureJob.objects.select_related("seller").get(pk=key))
            return 1
    return 0


def do_job(job: CaptureJob) -> None:
    if job.attempts > MOST_ATTEMPTS:
        _finish(job, [problem(Kind.IMPLEMENTATION, "the server failed at this document time and again")])
        return
    try:
        document = read_body(job.media_type, bytes(job.body))
    except InvalidEvent as invalid:
        _finish(job, _told(invalid, ""))
        return
    if job.error_behaviour == ErrorBehaviour.ROLLBACK:
        _all_or_nothing(job, document)
    else:
        _as_many_as_possible(job, document)


def _all_or_nothing(job: CaptureJob, document: EventDocument) -> None:
    try:
        prepared = prepare_all(document.events, document.context)
        with transaction.atomic():
            _record_master_data(job, document)
            events = capture_prepared(prepared, seller=job.seller, audience=job.audience, capture=job.pk)
            job.captured_count = len(events)
            _finish(job, [])
    except InvalidEvent as invalid:
        job.captured_count = 0
        alone = "/0" if len(document.events) == 1 and document.events_at else ""
        _finish(job, _told(invalid, document.events_at + alone))
    except DuplicateEvent as duplicate:
        if duplicate.event.capture == job.pk:
            return  # another did it all, and wrote so, after the lease of this one had ended
        job.captured_count = 0
        _finish(job, [_duplicate(duplicate, document.path_of(duplicate.index))])


def _as_many_as_possible(job: CaptureJob, document: EventDocument) -> None:
    while job.next_index < len(document.events) or job.next_index == 0:
        with transaction.atomic():
            if job.next_index == 0:
                _record_master_data(job, document)
            _capture_some(job, document)
            is_last = job.next_index >= len(document.events)
            job.leased_until = timezone.now() + LEASE
            job.save()
        if is_last:
            break
    _finish(job, [])


def _capture_some(job: CaptureJob, document: EventDocument) -> None:
    start = job.next_index
    events = document.events[start : start + AT_ONCE]
    errors: Errors = []
    try:
        job.captured_count += len(_capture(job, events, document.context))
    except (InvalidEvent, DuplicateEvent):
        for number, event in enumerate(events, start=start):
            error = _capture_one(job, event, document, number)
            errors += error
            job.captured_count += not error
    job.next_index = start + len(events) or 1
    _note(job, errors)


def _capture(job: CaptureJob, events: Sequence[Any], context: Any) -> list[Any]:
    return list(capture_events(events, context=context, seller=job.seller, audience=job.audience, capture=job.pk))


def _capture_one(job: CaptureJob, event: Any, document: EventDocument, number: int) -> Errors:
    try:
        capture_event(event, context=document.context, seller=job.seller, audience=job.audience, capture=job.pk)
    except InvalidEvent as invalid:
        return _told(invalid, document.path_of(number))
    except DuplicateEvent as duplicate:
        own = duplicate.event.capture == job.pk
        return [] if own else [_duplicate(duplicate, document.path_of(number))]
    return []


def _record_master_data(job: CaptureJob, document: EventDocument) -> None:
    record_master_data(
        document.vocabularies, context=document.context, seller=job.seller, audience=job.audience, capture=job.pk
    )


def _told(invalid: InvalidEvent, path: str) -> Errors:
    return [problem(Kind.VALIDATION, str(one.under(path))) for one in invalid.problems]


def _duplicate(duplicate: DuplicateEvent, path: str) -> dict[str, Any]:
    return problem(Kind.ALREADY_EXISTS, f"{path or '/'}: {duplicate}")


def _note(job: CaptureJob, errors: Errors) -> None:
    job.errors = [*job.errors, *errors][:MOST_ERRORS]
    job.is_success = job.is_success and not errors


def _finish(job: CaptureJob, errors: Errors) -> None:
    _note(job, errors)
    job.body, job.is_running, job.finished_at, job.leased_until = b"", False, timezone.now(), None
    job.save()
