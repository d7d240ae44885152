"""``prepare``: a document checked, hashed and taken apart, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from catalog.traceability.epcis.capture.rows import Row, identifier, rows_of, word
from catalog.traceability.epcis.hash.event_hash import event_hash, hash_uri
from catalog.traceability.epcis.namespaces import prefixes_of
from catalog.traceability.epcis.validate.event_problems import event_problems
from catalog.traceability.epcis.validate.problem import InvalidEvent


@dataclass(frozen=True, slots=True)
class Prepared:
    columns: dict[str, Any]
    rows: list[Row]

    @property
    def key(self) -> tuple[str, bool]:
        return self.columns["event_hash"], self.columns["is_error_declaration"]


def prepare(document: Mapping[str, Any], context: Any = None) -> Prepared:
    """Raises `InvalidEvent`."""
    problems = event_problems(document, context)
    if problems:
        raise InvalidEvent(problems)
    prefixes = prefixes_of(context, document.get("@context"))
    return Prepared(columns=_columns(document, context, prefixes), rows=rows_of(document, prefixes))


def with_context(document: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """The event with the context of the document around it, so that it can be read alone."""
    own = document.get("@context")
    both = [*_listed(context), *_listed(own)] if context is not None and own is not None else context or own
    fields = {key: value for key, value in document.items() if key != "@context"}
    return {"@context": both, **fields} if both else fields


def moment_of(text: str) -> datetime:
    return datetime.fromisoformat(text.strip()).astimezone(UTC)


def _columns(document: Mapping[str, Any], context: Any, prefixes: Mapping[str, str]) -> dict[str, Any]:
    digits = event_hash(document, context)
    error = document.get("errorDeclaration")
    return {
        "event_id": document.get("eventID") or hash_uri(digits),
        "event_hash": digits,
        "is_error_declaration": error is not None,
        "type": document["type"],
        "event_time": moment_of(document["eventTime"]),
        "event_time_zone_offset": document["eventTimeZoneOffset"],
        "action": document.get("action", ""),
        "biz_step": word("BizStep", document.get("bizStep", ""), prefixes),
        "disposition": word("Disp", document.get("disposition", ""), prefixes),
        "read_point": _place(document.get("readPoint"), prefixes),
        "biz_location": _place(document.get("bizLocation"), prefixes),
        "transformation_id": identifier(document.get("transformationID", ""), prefixes),
        "error_declared_at": moment_of(error["declarationTime"]) if error else None,
        "error_reason": word("ER", error.get("reason", ""), prefixes) if error else "",
        "document": with_context(document, context),
    }


def _place(place: Mapping[str, Any] | None, prefixes: Mapping[str, str]) -> str:
    return identifier(place["id"], prefixes) if place else ""


def _listed(context: Any) -> list[Any]:
    return context if isinstance(context, list) else [context]
