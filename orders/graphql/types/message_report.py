"""Reports of messages in the API, for moderators."""

from typing import Any

from marketplace.graphql import (
    ID,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
)
from marketplace.graphql.engine.protocol import BATCH
from orders.graphql.message_access import MODERATORS, opened_by_reports
from orders.graphql.types.conversation import Conversation
from orders.graphql.types.message import Message
from orders.graphql.types.quote_version import QuoteSide
from orders.lifecycle.by import Role
from orders.messages import message_report
from orders.messages.conversation import Conversation as ConversationRow
from orders.messages.message import Message as MessageRow
from orders.messages.message_report import MessageReport as ReportRow

MessageReportReason = Enum.from_enum(
    message_report.MessageReportReason, name="MessageReportReason", description="What is wrong with a message."
)
MessageReportStatus = Enum.from_enum(
    message_report.MessageReportStatus, name="MessageReportStatus", description="UPHELD took the message away."
)
BEFORE = 5
_whole_messages = related("message", queryset=lambda _info: MessageRow.objects.select_related("conversation"))
_load_messages = getattr(_whole_messages, BATCH)


class MessageReport(ObjectType):
    """Somebody tells staff of a message."""

    class Meta:
        access = MODERATORS

    id = Field(ID, required=True)
    reason = Field(MessageReportReason, required=True)
    text = Field(String, required=True, description="The reporter's words.")
    status = Field(MessageReportStatus, required=True)
    decision = Field(String, required=True)
    created = Field(DateTime, required=True)
    decided_at = Field(DateTime)
    reported_by = Field(QuoteSide, required=True, description="The side of who reported it.")
    message = Field(Message, required=True)
    before = Field(
        List(NonNull(Message)),
        required=True,
        size=BEFORE,
        description=f"Up to {BEFORE} messages before it, in their order.",
    )
    conversation = Field(Conversation, required=True)

    resolve_created = attribute("created_at")
    resolve_message = related("message")

    @staticmethod
    @batch
    def resolve_reported_by(rows: list[ReportRow], info: Any) -> list[str]:
        messages = _load_messages(rows, info)
        return [
            Role.BUYER if message.conversation.buyer_id == row.reporter_id else Role.SELLER
            for row, message in zip(rows, messages, strict=True)
        ]

    @staticmethod
    @batch
    def resolve_before(rows: list[ReportRow], info: Any) -> list[list[MessageRow]]:
        messages = _load_messages(rows, info)
        found: dict[Any, dict[int, MessageRow]] = {message.conversation_id: {} for message in messages}
        lowest = min(message.position for message in messages) - BEFORE
        highest = max(message.position for message in messages)
        rows_near = MessageRow.objects.filter(conversation__in=found, position__gte=lowest, position__lt=highest)
        for each in rows_near:
            found[each.conversation_id][each.position] = each
        return [
            [
                found[message.conversation_id][position]
                for position in range(message.position - BEFORE, message.position)
                if position in found[message.conversation_id]
            ]
            for message in messages
        ]

    @staticmethod
    @batch
    def resolve_conversation(rows: list[ReportRow], info: Any) -> list[ConversationRow]:
        conversations = [message.conversation for message in _load_messages(rows, info)]
        opened_by_reports(info.context).update(conversation.pk for conversation in conversations)
        return conversations


MessageReportCountableConnection = connection_type(MessageReport)
