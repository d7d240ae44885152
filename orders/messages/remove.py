"""Take messages away: their words, translations and files go, a gap stays."""

from datetime import datetime

from django.db.models import QuerySet

from orders.attachments.store import delete_files
from orders.messages.message import Message, MessageFile
from orders.messages.message_translation import MessageTranslation


def remove_messages(messages: QuerySet[Message], *, now: datetime) -> int:
    """How many. Call it inside a transaction; the files go when it commits."""
    keys = list(messages.filter(removed_at__isnull=True).values_list("pk", flat=True))
    files = MessageFile.objects.filter(message__in=keys)
    delete_files(list(files.values_list("file", flat=True)))
    files.delete()
    MessageTranslation.objects.filter(message__in=keys).delete()
    return Message.objects.filter(pk__in=keys).update(text="", removed_at=now)
