"""EPCIS events, capture jobs and rules of visibility in the API."""

from collections.abc import Mapping
from typing import Any

from catalog.graphql.event_access import viewer_in
from catalog.traceability.epcis.capture.capture_job import CaptureJob as CaptureJobRow
from catalog.traceability.epcis.capture.capture_job import ErrorBehaviour
from catalog.traceability.epcis.documents.write_document import shown
from catalog.traceability.epcis.event import Audience, EventType
from catalog.traceability.epcis.event import EpcisEvent as EventRow
from catalog.traceability.epcis.namespaces import expanded, prefixes_of
from catalog.traceability.epcis.vocabulary import bare
from marketplace.graphql import (
    ANYONE,
    ID,
    JSON,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
)
from marketplace.sellers.graphql.access import member

OWN_JOB = member(lambda job: job.seller_id)
EpcisAudience = Enum.from_enum(
    Audience, name="EpcisAudience", description="Who may read, each including those after it."
)
EpcisEventType = Enum.from_enum(EventType, name="EpcisEventType", description="The five types of events of EPCIS 2.0.")
EpcisErrorBehaviour = Enum.from_enum(
    ErrorBehaviour, name="EpcisErrorBehaviour", description="What a capture job does about a wrong event."
)
_MEMO = "epcis.shown"


def _documents(events: list[EventRow], info: Any) -> list[Mapping[str, Any]]:
    """As the caller may see them; redacted once per answer."""
    known: dict[int, Mapping[str, Any]] = info.context.cache.setdefault(_MEMO, {})
    missing = [event for event in events if event.pk not in known]
    known.update(zip([event.pk for event in missing], shown(missing, viewer_in(info.context)), strict=True))
    return [known[event.pk] for event in events]


def _word(document: Mapping[str, Any], field: str) -> str | None:
    word = document.get(field)
    return bare(expanded(word, prefixes_of(document.get("@context")))) if word else None


def _place(document: Mapping[str, Any], field: str) -> str | None:
    place = document.get(field)
    return place["id"] if place else None


class EpcisEvent(ObjectType):
    """An event as the caller may see it: what its seller keeps from the caller is null, and not in the document."""

    class Meta:
        access = ANYONE

    id = ID(required=True)
    event_id = Field(String, required=True, description="As captured, or made of the hash.")
    hash = Field(String, required=True, description="ni:///sha-256;… of the whole event, hidden fields included.")
    type = Field(EpcisEventType, required=True)
    event_time = Field(DateTime, required=True)
    event_time_zone_offset = Field(String, required=True)
    record_time = Field(DateTime, required=True)
    is_error_declaration = Field(Boolean, required=True, description="It says that the event of this id is wrong.")
    action = Field(String)
    biz_step = Field(String, description="A word of the Core Business Vocabulary, or another's URI.")
    disposition = Field(String, description="A word of the Core Business Vocabulary, or another's URI.")
    read_point = Field(String)
    biz_location = Field(String)
    document = Field(JSON, required=True, cost=2, description="JSON-LD with its own context.")

    @staticmethod
    @batch
    def resolve_hash(events: list[EventRow], info: Any) -> list[str]:
        return [f"ni:///sha-256;{event.event_hash}?ver=CBV2.0" for event in events]

    @staticmethod
    @batch
    def resolve_action(events: list[EventRow], info: Any) -> list[str | None]:
        return [document.get("action") for document in _documents(events, info)]

    @staticmethod
    @batch
    def resolve_biz_step(events: list[EventRow], info: Any) -> list[str | None]:
        return [_word(document, "bizStep") for document in _documents(events, info)]

    @staticmethod
    @batch
    def resolve_disposition(events: list[EventRow], info: Any) -> list[str | None]:
        return [_word(document, "disposition") for document in _documents(events, info)]

    @staticmethod
    @batch
    def resolve_read_point(events: list[EventRow], info: Any) -> list[str | None]:
        return [_place(document, "readPoint") for document in _documents(events, info)]

    @staticmethod
    @batch
    def resolve_biz_location(events: list[EventRow], info: Any) -> list[str | None]:
        return [_place(document, "bizLocation") for document in _documents(events, info)]

    @staticmethod
    @batch
    def resolve_document(events: list[EventRow], info: Any) -> list[Mapping[str, Any]]:
        return _documents(events, info)


class CaptureError(ObjectType):
    """What was wrong with a document or one of its events."""

    class Meta:
        access = ANYONE

    title = Field(String, required=True)
    detail = Field(String, description="The place as a JSON pointer, and the fact; in English, for programs.")
    status = Field(Int, required=True, description="As HTTP would say it.")


class CaptureJob(ObjectType):
    """A document on its way in, for members of its seller."""

    class Meta:
        access = OWN_JOB

    id = ID(required=True)
    created_at = Field(DateTime, required=True)
    finished_at = Field(DateTime)
    is_running = Field(Boolean, required=True)
    is_success = Field(Boolean, required=True, description="So far, while it runs.")
    error_behaviour = Field(EpcisErrorBehaviour, required=True)
    event_count = Field(Int, required=True, description="Events of the document.")
    captured_count = Field(Int, required=True)
    errors = Field(List(NonNull(CaptureError)), required=True, description="The first ones of very many.")

    @staticmethod
    @batch
    def resolve_errors(jobs: list[CaptureJobRow], info: Any) -> list[list[dict[str, Any]]]:
        return [job.errors for job in jobs]


class FieldVisibility(ObjectType):
    """Who sees a field of a seller's events."""

    class Meta:
        access = ANYONE

    field = Field(String, required=True, description="sourceList, ilmd/https://…, https://…")
    audience = Field(EpcisAudience, required=True)
    is_default = Field(Boolean, required=True, description="The seller has said nothing else.")


EpcisEventCountableConnection = connection_type(EpcisEvent)
CaptureJobCountableConnection = connection_type(CaptureJob)
