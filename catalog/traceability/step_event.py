"""A step as an EPCIS event: which type, which things, which words.

1. With inputs, making, processing and assembling are a TransformationEvent: inputs become the lot.
2. With a container, packing is an AggregationEvent: the lot is in the container from then on.
3. Receiving with inputs observes those; every other step observes the lot, or brings it into being (ADD).
4. What is measured is master data of the lot where the standard lets an event have some (ADD, transformation), else
   fields of our own. A step's text is named by its hash alone: who has the text can prove it.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.identifiers import is_class_level
from catalog.traceability.identity.uris import lot_uri, party_uri, place_uri, seller_uri
from catalog.traceability.lot import Lot
from catalog.traceability.own_vocabulary import CONTEXT, GROWING, PREFIX, own, paper_type, paper_uri
from catalog.traceability.step_data import StepData, StepInput
from catalog.traceability.step_kind import StepKind

BIZ_STEPS = {
    StepKind.GROWING: GROWING, StepKind.HARVESTING: "commissioning", StepKind.RECEIVING: "receiving",
    StepKind.COMMISSIONING: "commissioning", StepKind.TRANSFORMING: "creating_class_instance",
    StepKind.ASSEMBLING: "assembling", StepKind.INSPECTING: "inspecting", StepKind.PACKING: "packing",
    StepKind.STORING: "storing", StepKind.SHIPPING: "shipping", StepKind.DEPARTING: "departing",
    StepKind.RETAIL_SELLING: "retail_selling",
}  # fmt: skip
_DISPOSITIONS = {
    StepKind.HARVESTING: "active", StepKind.COMMISSIONING: "active", StepKind.RECEIVING: "in_progress",
    StepKind.PACKING: "in_progress", StepKind.SHIPPING: "in_transit", StepKind.DEPARTING: "in_transit",
    StepKind.RETAIL_SELLING: "retail_sold",
}  # fmt: skip
_MAKING = (StepKind.COMMISSIONING, StepKind.TRANSFORMING, StepKind.ASSEMBLING, StepKind.HARVESTING)
_BEGINNING = (StepKind.HARVESTING, StepKind.COMMISSIONING)
_INWARD = (StepKind.RECEIVING,)
_OUTWARD = (StepKind.SHIPPING, StepKind.DEPARTING, StepKind.RETAIL_SELLING)


def step_event(lot: Lot, data: StepData, *, step_id: Any) -> dict[str, Any]:
    """The document of one step. Needs ``lot.variant``."""
    whole = data.quantity if data.quantity is not None else Decimal(lot.quantity)
    of_lot = quantity_element(lot_uri(lot), whole, data.uom)
    return event_document(data, own_thing=of_lot, seller=seller_uri(lot.seller_id), record_id=step_id)


def event_document(data: StepData, *, own_thing: dict[str, Any], seller: str, record_id: Any) -> dict[str, Any]:
    """Of a step of a lot, or of a material: ``own_thing`` is its quantity element."""
    document: dict[str, Any] = {"@context": CONTEXT, **_when(data.occurred_at), "bizStep": BIZ_STEPS[data.kind]}
    document |= _what(data, own_thing)
    if data.kind in _DISPOSITIONS:
        document["disposition"] = _DISPOSITIONS[data.kind]
    if data.place_ref is not None:
        document["readPoint"] = document["bizLocation"] = {"id": place_uri(data.place_ref)}
    if data.papers:
        document["bizTransactionList"] = [
            {"type": paper_type(kind), "bizTransaction": paper_uri(seller, kind, number)}
            for kind, number in data.papers
        ]
    return document | _between(data, seller) | _said(data, document, record_id)


def quantity_element(uri: str, quantity: Decimal | None, uom: str) -> dict[str, Any]:
    element: dict[str, Any] = {"epcClass": uri}
    if quantity is not None:
        element["quantity"] = int(quantity) if quantity == quantity.to_integral_value() else float(quantity)
    return element | ({"uom": uom} if uom else {})


def uri_of(thing: Lot | MaterialBatch | str) -> str:
    if isinstance(thing, Lot):
        return lot_uri(thing)
    return thing.uri if isinstance(thing, MaterialBatch) else thing


def _when(moment: datetime) -> dict[str, str]:
    offset = moment.utcoffset() or timedelta()
    sign, minutes = ("-" if offset < timedelta() else "+"), abs(int(offset.total_seconds())) // 60
    at = moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"eventTime": at, "eventTimeZoneOffset": f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"}


def _what(data: StepData, own_thing: dict[str, Any]) -> dict[str, Any]:
    kinds, pieces = _told_apart(data.inputs)
    if data.inputs and data.kind in _MAKING:
        inputs = _named({"inputEPCList": pieces, "inputQuantityList": kinds})
        return {"type": "TransformationEvent", **inputs, "outputQuantityList": [own_thing], **_ilmd(data)}
    if data.container and data.kind == StepKind.PACKING:
        aggregated = {"parentID": data.container, "childQuantityList": [own_thing]}
        return {"type": "AggregationEvent", "action": "ADD", **aggregated}
    if data.kind in _BEGINNING:
        return {"type": "ObjectEvent", "action": "ADD", "quantityList": [own_thing], **_ilmd(data)}
    if not data.inputs or data.kind not in _INWARD:
        kinds, pieces = [own_thing], []
    return {"type": "ObjectEvent", "action": "OBSERVE", **_named({"epcList": pieces, "quantityList": kinds})}


def _told_apart(inputs: tuple[StepInput, ...]) -> tuple[list[dict[str, Any]], list[str]]:
    """Kinds and lots with their quantities, and single things: a URI with a serial, an SSCC."""
    named = [(uri_of(given.thing), given) for given in inputs]
    kinds = [quantity_element(uri, given.quantity, given.uom) for uri, given in named if _is_kind(uri, given)]
    return kinds, [uri for uri, given in named if not _is_kind(uri, given)]


def _is_kind(uri: str, given: StepInput) -> bool:
    return given.is_kind or is_class_level(uri) or given.quantity is not None or not isinstance(given.thing, str)


def _named(lists: dict[str, Any]) -> dict[str, Any]:
    return {name: listed for name, listed in lists.items() if listed}


def _ilmd(data: StepData) -> dict[str, Any]:
    return {"ilmd": {own(name): value for name, value in data.measures.items()}} if data.measures else {}


def _between(data: StepData, seller: str) -> dict[str, Any]:
    if data.party is None or data.kind not in (*_INWARD, *_OUTWARD):
        return {}
    other = party_uri(data.party)
    source, destination = (other, seller) if data.kind in _INWARD else (seller, other)
    return {
        "sourceList": [{"type": "owning_party", "source": source}],
        "destinationList": [{"type": "owning_party", "destination": destination}],
    }


def _said(data: StepData, document: dict[str, Any], record_id: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        f"{PREFIX}:step": f"urn:uuid:{record_id}",
        f"{PREFIX}:kind": str(data.kind.value),
        f"{PREFIX}:title": data.title.strip(),
    }
    if data.detail.strip():
        said[f"{PREFIX}:detailSha256"] = hashlib.sha256(data.detail.strip().encode()).hexdigest()
    if data.evidence:
        said[f"{PREFIX}:evidence"] = [f"ni:///sha-256;{one.sha256}" for one in data.evidence]
    if "ilmd" not in document:
        said |= {own(name): value for name, value in data.measures.items()}
    return said
