"""Messages in the API."""

from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    attribute,
    batch,
    related_list,
)
from orders.graphql.types.attached_file import AttachedFile
from orders.graphql.types.quote_version import QuoteSide
from orders.lifecycle.by import Role
from orders.messages import message_translation
from orders.messages.message import Message as MessageRow
from orders.messages.message import MessageFile
from orders.messages.message_translation import MessageTranslation as TranslationRow
from orders.messages.reader import ConversationReader

THROUGH_ITS_CONVERSATION = Rule("reaching it through a conversation one is in", lambda _context, _parents: True)
MessageTranslationStatus = Enum.from_enum(
    message_translation.TranslationStatus,
    name="MessageTranslationStatus",
    description="QUEUED until the engine has answered.",
)


class MessageTranslation(ObjectType):
    """What a machine made of a message: beside the original, which alone is what was said."""

    class Meta:
        access = THROUGH_ITS_CONVERSATION

    language = Field(LanguageDisplay, required=True)
    status = Field(MessageTranslationStatus, required=True)
    text = Field(String, required=True, description="Empty until it is there.")
    engine = Field(String, required=True, description="What translated, by name and version.")


class Message(ObjectType):
    """Plain text, and files, from one side of a conversation."""

    class Meta:
        access = THROUGH_ITS_CONVERSATION

    id = Field(ID, required=True)
    author = Field(QuoteSide, required=True, description="The side it is from.")
    author_name = Field(String, required=True, description="The first name of who wrote it; empty once they left.")
    is_mine = Field(Boolean, required=True)
    is_unread = Field(Boolean, required=True, description="By the caller.")
    is_removed = Field(Boolean, required=True, description="By staff, or with its author's account.")
    text = Field(String, required=True, description="As it was written; empty when it was removed.")
    language = Field(LanguageDisplay, required=True, description="What its author's pages were set to.")
    created = Field(DateTime, required=True)
    files = Field(List(NonNull(AttachedFile)), required=True, size=2)
    translation = Field(
        MessageTranslation, description="Into the language the caller asked for with conversationTranslate."
    )

    resolve_created = attribute("created_at")
    resolve_files = related_list(lambda _info: MessageFile.objects.order_by("created_at", "id"), by="message_id")

    @staticmethod
    @batch
    def resolve_author_name(rows: list[MessageRow], info: Any) -> list[str]:
        from marketplace.accounts.models import User

        users = User.objects.in_bulk({row.user_id for row in rows if row.user_id is not None})
        return [_name(users.get(row.user_id or 0), row, info) for row in rows]

    @staticmethod
    def resolve_is_mine(row: MessageRow, info: Any) -> bool:
        return row.user_id is not None and row.user_id == info.context.actor.id

    @staticmethod
    def resolve_is_removed(row: MessageRow, info: Any) -> bool:
        return row.removed_at is not None

    @staticmethod
    @batch
    def resolve_is_unread(rows: list[MessageRow], info: Any) -> list[bool]:
        readers = _readers(rows, info)
        seen = {key: reader.read_position for key, reader in readers.items()}
        caller = info.context.actor.id
        return [row.user_id != caller and row.position > seen.get(row.conversation_id, 0) for row in rows]

    @staticmethod
    @batch
    def resolve_translation(rows: list[MessageRow], info: Any) -> list[TranslationRow | None]:
        wanted = {key: reader.translate_into for key, reader in _readers(rows, info).items() if reader.translate_into}
        if not wanted:
            return [None] * len(rows)
        found = TranslationRow.objects.filter(message__in=rows, language__in=set(wanted.values()))
        by_message = {(each.message_id, each.language): each for each in found}
        return [by_message.get((row.pk, wanted.get(row.conversation_id, ""))) for row in rows]


def _readers(rows: list[MessageRow], info: Any) -> dict[Any, ConversationReader]:
    conversations = {row.conversation_id for row in rows}
    found = ConversationReader.objects.filter(conversation__in=conversations, user_id=info.context.actor.id)
    return {reader.conversation_id: reader for reader in found}


def _name(user: Any, row: MessageRow, info: Any) -> str:
    if user is not None and user.first_name:
        return str(user.first_name)
    return gettext(info.context.language, _("Seller") if row.author == Role.SELLER else _("Buyer"))
