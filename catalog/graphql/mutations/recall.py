"""``recallOpen``, ``recallReceiversFind``, ``recallNotify``, ``recallAnswerRecord`` and ``recallClose``."""

from typing import Any

from catalog.graphql import chain_errors
from catalog.graphql.chain_access import recall_for, receiver_for
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.recall import Recall, RecallHazard, RecallReceiver
from catalog.traceability.recall.find_receivers import find_receivers
from catalog.traceability.recall.notify import notify_receivers
from catalog.traceability.recall.open_recall import MOST_LOTS, RecallData, Words, close_recall, open_recall
from catalog.traceability.recall.progress import record_answer
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)

LONGEST_TEXT = 1000
LONGEST_ANSWER = 500


class RecallTextInput(InputObjectType):
    """Why, and what whoever has the goods should do, in one language."""

    language_code = LanguageCodeEnum(required=True)
    reason = String(required=True, description="At most 1,000 characters.")
    instructions = String(required=True, description="At most 1,000 characters.")


class RecallOpenInput(InputObjectType):
    """Which lots, and why."""

    lots = List(NonNull(ID), required=True, description="Of one seller; at most 50.")
    hazard = RecallHazard(required=True)
    source_language = LanguageCodeEnum(required=True, description="One of the texts is in it.")
    texts = List(NonNull(RecallTextInput), required=True)


class RecallOpen(Mutation):
    """Call lots back: everybody is told on their pages, and who got them is found. For managers."""

    class Arguments:
        input = RecallOpenInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = chain_errors.RECALL

    recall = Field(Recall)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        keys = list(dict.fromkeys(input["lots"]))
        if not 1 <= len(keys) <= MOST_LOTS:
            raise InputError(_("From 1 to %(most)s lots are possible."), field="input.lots", params={"most": MOST_LOTS})
        lots = [lot_for(info, key, field="input.lots") for key in keys]
        data = RecallData(
            hazard=str(input["hazard"]),
            texts={str(text["language_code"]): _words(text) for text in input["texts"]},
            source_language=str(input["source_language"]),
        )
        recall = open_recall(seller_id=lots[0].seller_id, lots=lots, data=data, by=signed_in_user(info))
        return {"recall": recall}


class RecallReceiversFind(Mutation):
    """Look again who got some of it, for what was sent or written down since. For managers."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.RECALL

    recall = Field(Recall)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        recall = recall_for(info, id)
        find_receivers(recall)
        recall.refresh_from_db()
        return {"recall": recall}


class RecallNotify(Mutation):
    """Write to everybody who was not written to yet, each in their own language. For managers."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.RECALL

    recall = Field(Recall)
    letters = Field(Int, description="How many were written.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        recall = recall_for(info, id)
        return {"letters": notify_receivers(recall=recall), "recall": recall}


class RecallAnswerRecord(Mutation):
    """Note what a receiver said, and how much came back in all. For managers."""

    class Arguments:
        id = ID(required=True, description="The receiver.")
        answer = String(required=True)
        quantity_back = Decimal(description="In all, not since last time; left out, it stays as it is.")

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.RECALL

    receiver = Field(RecallReceiver)

    @classmethod
    def perform(cls, info: Any, *, id: str, answer: str, quantity_back: Any = None) -> dict[str, Any]:
        receiver = receiver_for(info, id)
        chain_errors.bounded(answer, LONGEST_ANSWER, "answer")
        return {"receiver": record_answer(receiver=receiver, answer=answer, quantity_back=quantity_back)}


class RecallClose(Mutation):
    """End a recall: its lots are no longer said to be called back. For managers."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = chain_errors.RECALL

    recall = Field(Recall)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"recall": close_recall(recall=recall_for(info, id), by=signed_in_user(info))}


def _words(text: Any) -> Words:
    for name in ("reason", "instructions"):
        chain_errors.bounded(text[name], LONGEST_TEXT, "input.texts")
    return Words(reason=text["reason"], instructions=text["instructions"])
