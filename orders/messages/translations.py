"""Ask for messages in another language: queued here, sent to the engine by ``translate_messages``."""

from collections.abc import Iterable
from datetime import datetime

from i18n.machine_translation.configured import NotConfigured, configured_engine
from marketplace.accounts.models import User
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.message_translation import MessageTranslation
from orders.messages.reader import ConversationReader

MOST_EARLIER = 50
"""So many of the latest messages are translated when somebody begins to want it."""


def translate_conversation(
    *, conversation: Conversation, user: User, language: str, now: datetime
) -> ConversationReader:
    """From now on the user sees this conversation in ``language`` as well; with ``""`` no more.

    Raises ``NotConfigured`` where the marketplace has no engine: nothing is promised then.
    """
    if language and configured_engine() is None:
        raise NotConfigured
    reader, _ = ConversationReader.objects.get_or_create(conversation=conversation, user=user)
    reader.translate_into = language
    reader.save(update_fields=["translate_into"])
    if language:
        queue_translations(conversation.messages.order_by("-position")[:MOST_EARLIER], language, now=now)
    return reader


def queue_for_readers(message: Message, *, now: datetime) -> None:
    """Whoever asked for this conversation in another language gets the new message in it too."""
    wanted = ConversationReader.objects.filter(conversation=message.conversation_id).exclude(translate_into="")
    if configured_engine() is not None:
        for language in set(wanted.values_list("translate_into", flat=True)):
            queue_translations([message], language, now=now)


def queue_translations(messages: Iterable[Message], language: str, *, now: datetime) -> None:
    """Those in another language that have words; asking twice asks once."""
    MessageTranslation.objects.bulk_create(
        [
            MessageTranslation(message=message, language=language, available_at=now)
            for message in messages
            if message.language != language and message.text and message.removed_at is None
        ],
        ignore_conflicts=True,
    )
