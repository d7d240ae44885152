"""Capturing over HTTP: ``/capture``, ``/capture/{captureID}``, and single events at ``/events``."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.utils import timezone

from catalog.traceability.epcis.capture.capture_event import DuplicateEvent, capture_event
from catalog.traceability.epcis.capture.capture_job import CaptureJob, ErrorBehaviour
from catalog.traceability.epcis.capture.start_capture import TooManyEvents, TooManyJobs, start_capture
from catalog.traceability.epcis.documents.document import EventDocument
from catalog.traceability.epcis.documents.read_body import UnknownMediaType, read_body
from catalog.traceability.epcis.documents.write_document import query_document_of, shown, time_text
from catalog.traceability.epcis.rest.accept import require_json
from catalog.traceability.epcis.rest.capture_limits import CAPTURE_LIMIT, LIMITS, too_large
from catalog.traceability.epcis.rest.capture_pages import page_of_jobs
from catalog.traceability.epcis.rest.capturer import audience_of, capturing_seller, seen_seller_ids
from catalog.traceability.epcis.rest.formats import formatted
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.validate.problem import InvalidEvent
from catalog.traceability.http import RestAnswer, RestRequest

BEHAVIOUR = "gs1-capture-error-behaviour"


def post_capture(request: RestRequest) -> RestAnswer:
    """Accept a document: 202, and where its job can be watched."""
    require_json(request)
    seller = capturing_seller(request)
    try:
        job = start_capture(
            seller=seller,
            by=request.user,
            media_type=request.headers.get("content-type", ""),
            body=request.body,
            most_events=CAPTURE_LIMIT,
            error_behaviour=_behaviour(request),
            audience=audience_of(request),
        )
    except TooManyEvents:
        raise too_large() from None
    except TooManyJobs as many:
        raise RestRefused(Kind.CAPTURE_LIMIT, str(many), headers={**LIMITS, "Retry-After": "10"}) from many
    except UnknownMediaType as unknown:
        raise _unknown(unknown) from unknown
    except InvalidEvent as invalid:
        raise _invalid(invalid) from invalid
    return RestAnswer(
        202, {"Location": f"{request.origin}/epcis/capture/{job.pk}", **LIMITS, "GS1-Capture-Error-Behaviour": "all"}
    )


def post_event(request: RestRequest) -> RestAnswer:
    """Capture one event at once: 201, and where it can be read."""
    media_type = require_json(request)
    seller = capturing_seller(request)
    document = _single(request)
    try:
        event = capture_event(
            document.events[0], context=document.context, seller=seller, audience=audience_of(request)
        )
    except InvalidEvent as invalid:
        raise _invalid(invalid) from invalid
    except DuplicateEvent as duplicate:
        raise RestRefused(
            Kind.ALREADY_EXISTS, str(duplicate), headers={"Location": _address(request, duplicate.event.event_id)}
        ) from duplicate
    return _json(201, shown([event], request.viewer)[0], media_type, Location=_address(request, event.event_id))


def get_event(request: RestRequest, event_id: str) -> RestAnswer:
    """The event and the error declarations about it; 404 as well for one that the caller may not read.

    An id is of who used it first: another seller's declaration under it is not its owner's word. One's own is shown.
    """
    media_type = require_json(request)
    found = list(
        readable_events(request.viewer).filter(event_id=event_id).order_by("record_time", "pk")[:CAPTURE_LIMIT]
    )
    speaking = {event.seller_id for event in found[:1]} | request.viewer.seller_ids
    events = formatted(request, shown([event for event in found if event.seller_id in speaking], request.viewer))
    if not events:
        raise RestRefused(Kind.NO_SUCH_RESOURCE, "there is no such event")
    return _json(200, query_document_of(events, query_name="SimpleEventQuery", now=timezone.now()), media_type)


def get_jobs(request: RestRequest) -> RestAnswer:
    media_type = require_json(request)
    jobs, headers = page_of_jobs(request, seen_seller_ids(request))
    return _json(200, [job_document(job) for job in jobs], media_type, **headers)


def get_job(request: RestRequest, capture_id: str) -> RestAnswer:
    media_type = require_json(request)
    key = _uuid(capture_id)
    mine = CaptureJob.objects.filter(seller_id__in=seen_seller_ids(request))
    job = mine.filter(pk=key).first() if key is not None else None
    if job is None:
        raise RestRefused(Kind.NO_SUCH_RESOURCE, "there is no such capture job")
    return _json(200, job_document(job), media_type)


def job_document(job: CaptureJob) -> dict[str, Any]:
    told = {
        "captureID": str(job.pk),
        "createdAt": time_text(job.created_at),
        "running": job.is_running,
        "success": job.is_success,
        "captureErrorBehaviour": job.error_behaviour,
        "errors": job.errors,
    }
    return told if job.finished_at is None else {**told, "finishedAt": time_text(job.finished_at)}


def _single(request: RestRequest) -> EventDocument:
    try:
        document = read_body(request.headers.get("content-type", ""), request.body)
    except UnknownMediaType as unknown:
        raise _unknown(unknown) from unknown
    except InvalidEvent as invalid:
        raise _invalid(invalid) from invalid
    if document.events_at or len(document.events) != 1:
        raise RestRefused(Kind.VALIDATION, "one event that stands alone is taken here; documents at /capture")
    return document


def _behaviour(request: RestRequest) -> str:
    asked = request.headers.get(BEHAVIOUR, ErrorBehaviour.ROLLBACK).strip()
    if asked not in ErrorBehaviour.values:
        raise RestRefused(Kind.VALIDATION, "GS1-Capture-Error-Behaviour is rollback or proceed")
    return asked


def _invalid(invalid: InvalidEvent) -> RestRefused:
    return RestRefused(
        Kind.VALIDATION,
        str(invalid),
        errors=[{"pointer": problem.path, "detail": problem.fact} for problem in invalid.problems],
    )


def _unknown(unknown: UnknownMediaType) -> RestRefused:
    return RestRefused(
        Kind.UNSUPPORTED_MEDIA_TYPE, str(unknown), headers={"Accept-Post": "application/json, application/ld+json"}
    )


def _address(request: RestRequest, event_id: str) -> str:
    return f"{request.origin}/epcis/events/{quote(event_id, safe='')}"


def _json(status: int, body: Any, media_type: str, **headers: str) -> RestAnswer:
    return RestAnswer(status, {"Content-Type": media_type, **headers}, json.dumps(body, ensure_ascii=False).encode())


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
