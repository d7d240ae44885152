"""``conversationMarkRead`` and ``conversationTranslate``: how one person sees a conversation."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation
from orders.graphql.access import signed_in
from orders.graphql.message_access import conversation_for
from orders.graphql.message_refusals import TRANSLATE
from orders.graphql.types.conversation import Conversation
from orders.messages.mark_read import mark_read
from orders.messages.translations import translate_conversation


class ConversationMarkRead(Mutation):
    """Everything there is in it now has been read by the caller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    conversation = Field(Conversation)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        conversation, by = conversation_for(info, id)
        last = conversation.messages.order_by("-position").values_list("position", flat=True).first() or 0
        if by.user is not None:
            mark_read(conversation=conversation, user=by.user, position=last)
        return {"conversation": conversation}


class ConversationTranslate(Mutation):
    """See what is written in another language as well, by machine, beside the original; or stop seeing it."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(description="Left out or null: no more.")

    class Meta:
        access = SIGNED_IN
        error_codes = ("NOT_CONFIGURED",)
        known_errors = TRANSLATE

    conversation = Field(Conversation)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any = None) -> dict[str, Any]:
        conversation, _by = conversation_for(info, id)
        translate_conversation(
            conversation=conversation,
            user=signed_in(info),
            language=str(language_code or ""),
            now=info.context.now,
        )
        return {"conversation": conversation}
