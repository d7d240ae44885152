"""``conversationStart`` and ``messageSend``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, InputObjectType, List, Mutation, String, Upload
from orders.graphql.access import user_of
from orders.graphql.inputs.attachments import HELP, cleaned_files
from orders.graphql.message_access import NO_CONVERSATION, conversation_for, side_in, subject_for
from orders.graphql.message_refusals import SEND, SEND_CODES
from orders.graphql.types.conversation import Conversation
from orders.graphql.types.message import Message
from orders.lifecycle.by import By
from orders.messages.conversation import Conversation as ConversationRow
from orders.messages.send import send_message
from orders.messages.start import start_conversation


class ConversationStartInput(InputObjectType):
    """What it is about (one of the ids) and the first words."""

    seller_id = ID(description="The seller in general.")
    product_id = ID()
    quote_id = ID()
    seller_order_id = ID()
    channel = String(description="The slug of the market the buyer is in.")
    text = String(required=True)
    language_code = LanguageCodeEnum(description="What it is written in; the language of the request by default.")
    files = List(Upload, description=HELP)


class MessageSendInput(InputObjectType):
    """What is written; words or files."""

    text = String()
    language_code = LanguageCodeEnum(description="What it is written in; the language of the request by default.")
    files = List(Upload, description=HELP)


class ConversationStart(Mutation):
    """Write to the other side about something: in the conversation there is about it, or in a new one."""

    class Arguments:
        input = ConversationStartInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = SEND_CODES
        known_errors = SEND
        cost = 10

    conversation = Field(Conversation)
    message = Field(Message)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        buyer, subject = subject_for(info, input)
        conversation = start_conversation(
            buyer=buyer, subject=subject, now=info.context.now, market=_market(input.get("channel"))
        )
        side = side_in(info, conversation)
        if side is None:
            raise InputError(NO_CONVERSATION, field="id", code="NOT_FOUND")
        message = _send(info, conversation, input, By(side, user_of(info)))
        return {"conversation": ConversationRow.objects.get(pk=conversation.pk), "message": message}


class MessageSend(Mutation):
    """Write into a conversation."""

    class Arguments:
        id = ID(required=True, description="Of the conversation.")
        input = MessageSendInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = SEND_CODES
        known_errors = SEND
        cost = 10

    message = Field(Message)
    conversation = Field(Conversation)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        conversation, by = conversation_for(info, id)
        message = _send(info, conversation, input, by)
        return {"message": message, "conversation": ConversationRow.objects.get(pk=conversation.pk)}


def _market(slug: str | None) -> Channel | None:
    if slug is None:
        return None
    market = Channel.objects.active().filter(slug=slug[:40]).first()
    if market is None:
        raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
    return market


def _send(info: Any, conversation: ConversationRow, given: Any, by: By) -> Any:
    return send_message(
        conversation_id=conversation.pk,
        text=given.get("text") or "",
        by=by,
        language=str(given.get("language_code") or info.context.language),
        now=info.context.now,
        files=cleaned_files(given.get("files")),
    )
