"""Write a message into a conversation.

lock the conversation → count → write it and its files → the writer has read it → who else is to hear of it → publish.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from orders.attachments.store import CleanFile, files_problems, store_files
from orders.events import MessageSent
from orders.lifecycle.by import By
from orders.messages.conversation import Conversation
from orders.messages.letters_due import letters_due
from orders.messages.limits import require_message
from orders.messages.mark_read import mark_read
from orders.messages.message import Message, MessageFile
from orders.messages.translations import queue_for_readers

LONGEST = 4000


def send_message(
    *, conversation_id: UUID, text: str, by: By, language: str, now: datetime, files: Sequence[CleanFile] = ()
) -> Message:
    """The message, stored. Raises `Refused` and ``TooManyMessages``."""
    author = _author(by)
    tidy = text.replace("\r\n", "\n").strip()
    _check(tidy, files)
    with transaction.atomic():
        conversation = lock_conversation(conversation_id)
        require_message(author, now)
        last = conversation.messages.aggregate(last=Max("position"))["last"] or 0
        message = Message.objects.create(
            conversation=conversation,
            position=last + 1,
            author=by.role,
            user=author,
            text=tidy,
            language=language,
            created_at=now,
        )
        store_files(MessageFile, files, message=message)
        conversation.last_message_at = now
        conversation.save(update_fields=["last_message_at"])
        mark_read(conversation=conversation, user=author, position=message.position)
        letters_due(conversation, author=author, role=by.role, now=now)
        queue_for_readers(message, now=now)
        publish(MessageSent(conversation_id=str(conversation.pk), message_id=str(message.pk)))
    return message


def lock_conversation(conversation_id: UUID) -> Conversation:
    """Held until the transaction ends. Nothing else of this package is locked while it is."""
    rows = Conversation.objects.select_for_update(of=("self",)).select_related("seller", "buyer")
    return rows.get(pk=conversation_id)


def _author(by: By) -> User:
    if by.user is None:
        raise ValueError("a message has an author who is signed in")
    return by.user


def _check(text: str, files: Sequence[CleanFile]) -> None:
    problems = list(files_problems(files))
    if not text and not files:
        problems.append(Problem("text", "REQUIRED", _("Write something, or attach a file.")))
    if len(text) > LONGEST or "\x00" in text:
        problems.append(Problem("text", "INVALID", _("At most %(limit)s characters."), {"limit": LONGEST}))
    refuse_any(problems)
