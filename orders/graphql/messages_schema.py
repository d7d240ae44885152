"""Messages' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputObjectType,
    Int,
    ObjectType,
    integer_key,
)
from orders.graphql import message_access
from orders.graphql.message_access import MODERATORS
from orders.graphql.mutations.conversation_read import ConversationMarkRead, ConversationTranslate
from orders.graphql.mutations.message_report import MessageReportDecide, MessageReported
from orders.graphql.mutations.message_send import ConversationStart, MessageSend
from orders.graphql.types.conversation import Conversation, ConversationCountableConnection
from orders.graphql.types.message_report import MessageReportCountableConnection, MessageReportStatus
from orders.messages.conversation import Conversation as ConversationRow
from orders.messages.message_report import MessageReport as ReportRow
from orders.messages.unread import only_unread, unread_total


class ConversationFilterInput(InputObjectType):
    """Conversations that fit all of it."""

    product = ID()
    quote = ID()
    seller_order = ID()
    unread = Boolean(description="With, or without, something the caller hasn't read.")


class MessageReportFilterInput(InputObjectType):
    """Reports that fit all of it."""

    status = MessageReportStatus()


class MessagesQueries(ObjectType):
    """Conversations of buyers and sellers."""

    conversation = Field(
        Conversation, id=ID(required=True), access=SIGNED_IN, description="For those who are in it; null for others."
    )
    conversations = ConnectionField(
        ConversationCountableConnection,
        filter=ConversationFilterInput(),
        access=SIGNED_IN,
        description="The caller's own as a buyer, the latest message first.",
    )
    seller_conversations = ConnectionField(
        ConversationCountableConnection,
        seller=ID(required=True),
        filter=ConversationFilterInput(),
        access=SIGNED_IN,
        description="Those of a seller, for its members: packers read what is about orders.",
    )
    unread_messages = Field(
        Int,
        required=True,
        seller=ID(description="Those of this seller, for its members; left out: the caller's own as a buyer."),
        access=SIGNED_IN,
        description="How many messages of others wait for the caller.",
    )
    message_reports = ConnectionField(
        MessageReportCountableConnection,
        filter=MessageReportFilterInput(),
        access=MODERATORS,
        description="What people told staff of, the oldest first.",
    )

    @staticmethod
    def resolve_conversation(root: Any, info: Any, id: str) -> ConversationRow | None:
        return message_access.find_conversation(info, id)

    @staticmethod
    def resolve_conversations(root: Any, info: Any, filter: Any = None) -> QuerySet[ConversationRow]:
        return _filtered(info, message_access.conversations_of_caller(info), filter or {})

    @staticmethod
    def resolve_seller_conversations(
        root: Any, info: Any, seller: str, filter: Any = None
    ) -> QuerySet[ConversationRow]:
        seller_id = integer_key(seller, "Seller", field="seller")
        return _filtered(info, message_access.conversations_of_seller(info, seller_id), filter or {})

    @staticmethod
    def resolve_unread_messages(root: Any, info: Any, seller: str | None = None) -> int:
        if seller is None:
            return unread_total(info.context.actor, message_access.conversations_of_caller(info))
        seller_id = integer_key(seller, "Seller", field="seller")
        return unread_total(info.context.actor, message_access.conversations_of_seller(info, seller_id))

    @staticmethod
    def resolve_message_reports(root: Any, info: Any, filter: Any = None) -> QuerySet[ReportRow]:
        rows = ReportRow.objects.order_by("created_at", "id")
        status = (filter or {}).get("status")
        return rows.filter(status=str(getattr(status, "value", status))) if status else rows


class MessagesMutations(ObjectType):
    """Writing, reading and reporting messages."""

    conversation_start = ConversationStart.Field()
    message_send = MessageSend.Field()
    conversation_mark_read = ConversationMarkRead.Field()
    conversation_translate = ConversationTranslate.Field()
    message_report = MessageReported.Field()
    message_report_decide = MessageReportDecide.Field()


def _filtered(info: Any, rows: QuerySet[ConversationRow], given: Any) -> QuerySet[ConversationRow]:
    from orders.graphql.access import key_of

    if given.get("product"):
        rows = rows.filter(product_id=integer_key(given["product"], "Product", field="product"))
    if given.get("quote"):
        rows = rows.filter(quote_id=key_of(given["quote"], "Quote", field="quote"))
    if given.get("seller_order"):
        rows = rows.filter(seller_order_id=key_of(given["seller_order"], "SellerOrder", field="seller_order"))
    if given.get("unread") is not None:
        rows = only_unread(rows, info.context.actor, unread=given["unread"])
    return rows
