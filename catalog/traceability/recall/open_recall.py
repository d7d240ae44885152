"""``open_recall`` and ``close_recall``: call goods back, and say when it is over.

open → find who got what → capture the event "recalled" of every lot, for everybody to read → publish.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from django.db import transaction
from django.utils import timezone

from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.event import Audience
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.recall.events import RecallClosed, RecallOpened
from catalog.traceability.recall.find_receivers import find_receivers
from catalog.traceability.recall.locks import lock_open_recall
from catalog.traceability.recall.recall import Hazard, Recall, RecalledLot, RecallText
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User

MOST_LOTS = 50


class BadRecall(ValueError):
    """The values cannot be; ``field`` names which."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


class AlreadyRecalled(ValueError):
    """These lots are in an open recall."""

    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(f"in an open recall: {', '.join(numbers)}")
        self.numbers = numbers


@dataclass(frozen=True, slots=True)
class Words:
    """Why, and what to do, in one language."""

    reason: str
    instructions: str


@dataclass(frozen=True, slots=True)
class RecallData:
    """``texts`` by language, with the source language among them."""

    hazard: str
    texts: Mapping[str, Words]
    source_language: str = "vi"


def open_recall(*, seller_id: int, lots: Collection[Lot], data: RecallData, by: User | None) -> Recall:
    """Open it for lots of one seller. Raises ``BadRecall`` and ``AlreadyRecalled``; nothing is written then."""
    _check(seller_id, lots, data)
    with transaction.atomic():
        keys = [lot.pk for lot in lots]
        rows = Lot.objects.select_for_update(of=("self",)).select_related("variant")
        locked = list(rows.filter(pk__in=keys).order_by("pk"))
        _refuse_recalled(locked)
        recall = Recall.objects.create(
            seller_id=seller_id, hazard=data.hazard, source_language=data.source_language, opened_by=by
        )
        RecallText.objects.bulk_create(_text(recall, language, words) for language, words in data.texts.items())
        RecalledLot.objects.bulk_create(RecalledLot(recall=recall, lot=lot) for lot in locked)
        find_receivers(recall)
        _capture(recall, locked, "set")
        publish(RecallOpened(recall_id=str(recall.pk)))
    return recall


def close_recall(*, recall: Recall, by: User | None) -> Recall:
    """End it; the lots are no longer said to be recalled. Raises ``RecallIsClosed``."""
    with transaction.atomic():
        locked = lock_open_recall(recall.pk)
        locked.closed_at, locked.closed_by = timezone.now(), by
        locked.save(update_fields=["closed_at", "closed_by"])
        lots = Lot.objects.select_related("variant").filter(recalls__recall=locked).order_by("pk")
        _capture(locked, list(lots), "unset")
        publish(RecallClosed(recall_id=str(locked.pk)))
    return locked


def _text(recall: Recall, language: str, words: Words) -> RecallText:
    reason, instructions = words.reason.strip(), words.instructions.strip()
    return RecallText(recall=recall, language=language, reason=reason, instructions=instructions)


def _check(seller_id: int, lots: Collection[Lot], data: RecallData) -> None:
    if not 1 <= len(lots) <= MOST_LOTS:
        raise BadRecall("lots", f"from 1 to {MOST_LOTS} lots")
    if any(lot.seller_id != seller_id for lot in lots):
        raise BadRecall("lots", "all of one seller")
    if data.hazard not in Hazard.values:
        raise BadRecall("hazard", "not one of the kinds")
    if data.source_language not in data.texts:
        raise BadRecall("texts", "a text in the source language")
    if any(not words.reason.strip() or not words.instructions.strip() for words in data.texts.values()):
        raise BadRecall("texts", "a reason and what to do, in every language")


def _refuse_recalled(lots: Sequence[Lot]) -> None:
    rows = RecalledLot.objects.filter(lot__in=lots, recall__closed_at__isnull=True).select_related("lot")
    numbers = [row.lot.number for row in rows]
    if numbers:
        raise AlreadyRecalled(numbers)


def _capture(recall: Recall, lots: Collection[Lot], change: str) -> None:
    now = timezone.now().isoformat(timespec="milliseconds")
    document: dict[str, Any] = {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "ObjectEvent",
        "eventTime": now,
        "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE",
        "bizStep": "holding" if change == "set" else "other",
        "persistentDisposition": {change: ["recalled"]},
        "quantityList": [{"epcClass": lot_uri(lot)} for lot in lots],
        "eventID": f"urn:uuid:{uuid5(recall.pk, change)}",
    }
    capture_event(document, seller=recall.seller, audience=Audience.PUBLIC)
