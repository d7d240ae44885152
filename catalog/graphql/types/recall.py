"""Recalls in the API."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from catalog.graphql.types.lot import Lot
from catalog.graphql.types.mass_balance import READERS
from catalog.traceability.lot import Lot as LotRow
from catalog.traceability.recall import recall
from catalog.traceability.recall.letter import nearest_text
from catalog.traceability.recall.progress import Progress, progress_of
from catalog.traceability.recall.receivers import Contact, contacts_of
from i18n.graphql.types.language import LanguageDisplay
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    InputError,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)

MOST_RECEIVERS = 500
RecallHazard = Enum.from_enum(recall.Hazard, name="RecallHazard", description="What the goods can do.")
RecallReceiverState = Enum.from_enum(
    recall.ReceiverState, name="RecallReceiverState", description="How far it is with one who got some of the goods."
)
HAZARD_WORDS = {
    "INJURY": _("Danger of injury"),
    "FIRE": _("Danger of fire or burns"),
    "CHOKING": _("Danger of choking"),
    "CHEMICAL": _("Harmful substances"),
    "MICROBIAL": _("Germs or mould"),
    "ALLERGEN": _("An allergen that is not declared"),
    "MARKING": _("Wrong or missing marking"),
    "OTHER": _("Another danger"),
}


def _hazards(rows: Sequence[recall.Recall], info: Any) -> list[str]:
    return [gettext(info.context.language, HAZARD_WORDS[row.hazard]) for row in rows]


def _own_text(rows: Sequence[recall.Recall], info: Any) -> list[recall.RecallText]:
    """In the reader's language, or the nearest; one statement for all."""
    texts: dict[Any, dict[str, recall.RecallText]] = {row.pk: {} for row in rows}
    for text in recall.RecallText.objects.filter(recall__in=rows):
        texts[text.recall_id][text.language] = text
    return [nearest_text(texts[row.pk], info.context.language, row.source_language) for row in rows]


def _receivers(_info: Any, first: int | None) -> QuerySet[recall.RecallReceiver]:
    if first is not None and not 1 <= first <= MOST_RECEIVERS:
        raise InputError(_("From 1 to %(most)s can be read."), field="first", params={"most": MOST_RECEIVERS})
    return recall.RecallReceiver.objects.order_by("state", "pk")


class RecallText(ObjectType):
    """Why, and what to do, as the seller wrote it in one language."""

    class Meta:
        access = ANYONE

    language = Field(LanguageDisplay, required=True)
    reason = Field(String, required=True)
    instructions = Field(String, required=True)


class RecallNotice(ObjectType):
    """What everybody may know of an open recall."""

    class Meta:
        access = ANYONE

    hazard = Field(RecallHazard, required=True)
    hazard_display = Field(String, required=True, description="In the language of the request.")
    opened_at = Field(DateTime, required=True)
    text = Field(RecallText, required=True, description="In the language of the request, or the nearest there is.")

    resolve_hazard_display = batch(_hazards)
    resolve_text = batch(_own_text)


class RecallProgress(ObjectType):
    """Deliveries by what has happened since."""

    class Meta:
        access = ANYONE

    receivers = Field(Int, required=True, description="Deliveries that are known.")
    notified = Field(Int, required=True)
    answered = Field(Int, required=True)
    returned = Field(Int, required=True, description="Of which everything came back.")


class RecallReceiver(ObjectType):
    """One who got some of it. One that a partner alone knows has no name here; the marketplace writes to it."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    is_shown = Field(Boolean, required=True, description="Whether you may know who it is.")
    name = Field(String)
    email = Field(String)
    language = Field(String, description="In which it is written to.")
    country = Field(String)
    can_be_written_to = Field(Boolean, required=True)
    lot = Field(Lot, description="Null for what several of the lots were made into or packed into.")
    thing = Field(String, description="URI of what was received: the lot, a package, or what was made of it.")
    quantity = Field(Decimal, description="Of the recalled goods; null where nobody said how many.")
    unit = Field(String, required=True)
    received_at = Field(DateTime, description="When it was sent.")
    state = Field(RecallReceiverState, required=True)
    notified_at = Field(DateTime)
    answered_at = Field(DateTime)
    answer = Field(String)
    quantity_back = Field(Decimal, required=True)

    resolve_lot = related("lot")

    @staticmethod
    @batch
    def resolve_name(rows: list[recall.RecallReceiver], info: Any) -> list[str | None]:
        return [contact.name if contact else None for contact in _shown(rows, info)]

    @staticmethod
    @batch
    def resolve_email(rows: list[recall.RecallReceiver], info: Any) -> list[str | None]:
        return [contact.email or None if contact else None for contact in _shown(rows, info)]

    @staticmethod
    @batch
    def resolve_language(rows: list[recall.RecallReceiver], info: Any) -> list[str | None]:
        return [contact.language if contact else None for contact in _shown(rows, info)]

    @staticmethod
    @batch
    def resolve_country(rows: list[recall.RecallReceiver], info: Any) -> list[str | None]:
        return [contact.country or None if contact else None for contact in _shown(rows, info)]

    @staticmethod
    @batch
    def resolve_can_be_written_to(rows: list[recall.RecallReceiver], info: Any) -> list[bool]:
        contacts = _contacts(rows, info)
        return [bool((found := contacts.get((row.source, row.reference))) and found.email) for row in rows]

    @staticmethod
    @batch
    def resolve_thing(rows: list[recall.RecallReceiver], info: Any) -> list[str | None]:
        return [row.thing if row.is_shown else None for row in rows]

    @staticmethod
    @batch
    def resolve_unit(rows: list[recall.RecallReceiver], info: Any) -> list[str]:
        return [row.uom for row in rows]


class Recall(ObjectType):
    """Goods are called back: who got what, who was written to, what came back."""

    class Meta:
        access = READERS

    id = Field(ID, required=True)
    seller = Field("marketplace.sellers.graphql.types.seller.Seller", required=True)
    hazard = Field(RecallHazard, required=True)
    hazard_display = Field(String, required=True, description="In the language of the request.")
    opened_at = Field(DateTime, required=True)
    closed_at = Field(DateTime)
    is_open = Field(Boolean, required=True)
    text = Field(RecallText, required=True, description="In the language of the request, or the nearest there is.")
    texts = Field(List(NonNull(RecallText)), required=True, description="In all languages it was written in.")
    lots = Field(List(NonNull(Lot)), required=True)
    receivers = Field(
        List(NonNull(RecallReceiver)), required=True, first=Int(default_value=100), description="At most 500."
    )
    progress = Field(RecallProgress, required=True)
    unreachable = Field(Int, required=True, description="Receivers whom nobody here knows how to write to.")

    resolve_seller = related("seller")
    resolve_hazard_display = batch(_hazards)
    resolve_text = batch(_own_text)
    resolve_texts = related_list(lambda _info: recall.RecallText.objects.order_by("pk"), by="recall_id")
    resolve_receivers = related_list(_receivers, by="recall_id", first="first")

    @staticmethod
    @batch
    def resolve_lots(rows: list[recall.Recall], info: Any) -> list[list[LotRow]]:
        found: dict[Any, list[LotRow]] = {row.pk: [] for row in rows}
        for one in recall.RecalledLot.objects.filter(recall__in=rows).select_related("lot").order_by("pk"):
            found[one.recall_id].append(one.lot)
        return [found[row.pk] for row in rows]

    @staticmethod
    @batch
    def resolve_progress(rows: list[recall.Recall], info: Any) -> list[Progress]:
        found = progress_of([row.pk for row in rows])
        return [found[row.pk] for row in rows]


RecallCountableConnection = connection_type(Recall)


def _contacts(rows: Sequence[recall.RecallReceiver], info: Any) -> dict[tuple[str, str], Contact]:
    """Asked once for all fields of a level."""
    memo: dict[tuple[str, str], Contact] = info.context.cache.setdefault("recall.contacts", {})
    asked: set[tuple[str, str]] = info.context.cache.setdefault("recall.asked", set())
    missing = {(row.source, row.reference) for row in rows} - asked
    if missing:
        memo.update(contacts_of(missing))
        asked |= missing
    return memo


def _shown(rows: Sequence[recall.RecallReceiver], info: Any) -> list[Contact | None]:
    contacts = _contacts(rows, info)
    return [contacts.get((row.source, row.reference)) if row.is_shown else None for row in rows]
