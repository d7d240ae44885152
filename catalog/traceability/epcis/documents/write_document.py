"""Events written back as JSON-LD: one document with one context, each event as its reader may see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.namespaces import STANDARD, prefixes_of
from catalog.traceability.epcis.rights.redacted import redacted, rules_of
from catalog.traceability.epcis.rights.viewer import Viewer

CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
VERSION = "2.0"
Document = dict[str, Any]


def document_of(events: Sequence[EpcisEvent], viewer: Viewer, *, now: datetime) -> Document:
    """An EPCISDocument of events out of ``readable_events``."""
    context, listed = in_one_context(shown(events, viewer))
    return {
        "@context": context,
        "type": "EPCISDocument",
        "schemaVersion": VERSION,
        "creationDate": time_text(now),
        "epcisBody": {"eventList": listed},
    }


def query_document_of(
    events: Sequence[Document], *, query_name: str, now: datetime, subscription_id: str = ""
) -> Document:
    """An EPCISQueryDocument of events as `shown` gave them."""
    context, listed = in_one_context(events)
    results: Document = {"queryName": query_name, "resultsBody": {"eventList": listed}}
    if subscription_id:
        results = {"subscriptionID": subscription_id, **results}
    return {
        "@context": context,
        "type": "EPCISQueryDocument",
        "schemaVersion": VERSION,
        "creationDate": time_text(now),
        "epcisBody": {"queryResults": results},
    }


def shown(events: Sequence[EpcisEvent], viewer: Viewer) -> list[Document]:
    """Each with its own context, its id and the time it was captured at. One statement for all."""
    rules = rules_of(event.seller_id for event in events)
    return [
        {
            **redacted(event, viewer, rules),
            "eventID": event.event_id,
            "recordTime": time_text(event.record_time),
        }
        for event in events
    ]


def in_one_context(documents: Iterable[Document]) -> tuple[list[Any], list[Document]]:
    """The context of all, and the events without theirs; one that means another thing by a prefix keeps its own."""
    common: dict[str, str] = {}
    listed = []
    for document in documents:
        own = _own_prefixes(document.get("@context"))
        if all(common.setdefault(prefix, uri) == uri for prefix, uri in own.items()):
            listed.append({key: value for key, value in document.items() if key != "@context"})
        else:
            listed.append(document)
    return ([CONTEXT, common] if common else [CONTEXT]), listed


def time_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _own_prefixes(context: Any) -> Mapping[str, str]:
    return {prefix: uri for prefix, uri in prefixes_of(context).items() if STANDARD.get(prefix) != uri}
