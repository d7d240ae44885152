"""Conversations in the API."""

from typing import Any

from django.db.models import OuterRef, Subquery

from catalog.graphql.access import visible_products
from catalog.graphql.types.product import Product
from i18n.machine_translation.configured import configured_engine
from marketplace.graphql import (
    ID,
    Boolean,
    ConnectionField,
    DateTime,
    Field,
    Int,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_connection,
)
from marketplace.graphql.engine.protocol import BATCH
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.access import open_order, seller_roles
from orders.graphql.message_access import IN_IT, side_in
from orders.graphql.types.message import Message
from orders.graphql.types.quote import Quote
from orders.graphql.types.quote_version import QuoteSide
from orders.graphql.types.seller_order import SellerOrder
from orders.lifecycle.by import Role
from orders.lifecycle.seller_order import SellerOrder as SellerOrderRow
from orders.messages.conversation import Conversation as ConversationRow
from orders.messages.message import Message as MessageRow
from orders.messages.reader import ConversationReader
from orders.messages.unread import unread_counts
from orders.quotes.quote import Quote as QuoteRow

MessageCountableConnection = connection_type(Message)
_load_buyers = getattr(related("buyer"), BATCH)
_parts = related("seller_order", queryset=lambda _info: SellerOrderRow.objects.select_related("order"))
_load_parts = getattr(_parts, BATCH)


class Conversation(ObjectType):
    """What a buyer and the people of a seller write to each other about one thing."""

    class Meta:
        access = IN_IT

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    buyer_name = Field(String, required=True, description="Empty once the buyer's account is gone.")
    my_side = Field(QuoteSide, description="Null for a moderator.")
    product = Field(Product, description="What it is about, as it is shown today.")
    quote = Field(Quote, description="What it is about.")
    seller_order = Field(SellerOrder, description="What it is about.")
    created = Field(DateTime, required=True)
    last_message_at = Field(DateTime, required=True)
    last_message = Field(Message)
    messages = ConnectionField(MessageCountableConnection, description="Newest first.")
    unread_count = Field(Int, required=True, description="What the other side wrote and the caller hasn't seen.")
    translate_into = Field(String, description="The language the caller sees the other side's words in as well.")
    can_be_translated = Field(
        Boolean, required=True, description="This marketplace has a translation engine; without one, originals alone."
    )

    resolve_created = attribute("created_at")
    resolve_seller = related("seller")
    resolve_product = related("product", queryset=lambda info: visible_products(info))
    resolve_quote = related("quote", queryset=lambda _info: QuoteRow.objects.select_related("request"))
    resolve_messages = related_connection(
        lambda _info, **_args: MessageRow.objects.order_by("-position", "-id"), by="conversation_id"
    )

    @staticmethod
    @batch
    def resolve_seller_order(rows: list[ConversationRow], info: Any) -> list[SellerOrderRow | None]:
        """The buyer of a conversation about an order is the order's buyer."""
        parts = _load_parts(rows, info)
        for row, part in zip(rows, parts, strict=True):
            if part is not None and side_in(info, row) == Role.BUYER:
                open_order(info, part.order)
        return parts

    @staticmethod
    @batch
    def resolve_buyer_name(rows: list[ConversationRow], info: Any) -> list[str]:
        return [buyer.full_name if buyer else "" for buyer in _load_buyers(rows, info)]

    @staticmethod
    @batch
    def resolve_my_side(rows: list[ConversationRow], info: Any) -> list[str | None]:
        seller_roles(info)
        return [side_in(info, row) for row in rows]

    @staticmethod
    @batch
    def resolve_last_message(rows: list[ConversationRow], info: Any) -> list[MessageRow | None]:
        latest = MessageRow.objects.filter(conversation=OuterRef("conversation")).order_by("-position").values("pk")[:1]
        found = MessageRow.objects.filter(conversation__in=rows, pk=Subquery(latest))
        by_conversation = {message.conversation_id: message for message in found}
        return [by_conversation.get(row.pk) for row in rows]

    @staticmethod
    @batch
    def resolve_unread_count(rows: list[ConversationRow], info: Any) -> list[int]:
        sides = {row.pk: side for row in rows for side in [side_in(info, row)] if side is not None}
        counts = unread_counts(sides, info.context.actor) if sides else {}
        return [counts.get(row.pk, 0) for row in rows]

    @staticmethod
    @batch
    def resolve_translate_into(rows: list[ConversationRow], info: Any) -> list[str | None]:
        readers = ConversationReader.objects.filter(conversation__in=rows, user_id=info.context.actor.id)
        found = dict(readers.values_list("conversation_id", "translate_into"))
        return [found.get(row.pk) or None for row in rows]

    @staticmethod
    def resolve_can_be_translated(row: ConversationRow, info: Any) -> bool:
        return configured_engine() is not None


ConversationCountableConnection = connection_type(Conversation)
