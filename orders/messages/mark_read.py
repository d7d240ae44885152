"""Remember how far somebody has read."""

from django.db.models import F
from django.db.models.functions import Greatest

from marketplace.accounts.models import User
from orders.messages.conversation import Conversation
from orders.messages.reader import ConversationReader


def mark_read(*, conversation: Conversation, user: User, position: int) -> ConversationReader:
    """Everything up to ``position`` is read; it never goes back. What is read needs no letter any more."""
    reader, _ = ConversationReader.objects.get_or_create(conversation=conversation, user=user)
    rows = ConversationReader.objects.filter(pk=reader.pk)
    rows.update(read_position=Greatest(F("read_position"), position))
    last = conversation.messages.order_by("-position").values_list("position", flat=True).first() or 0
    rows.filter(read_position__gte=last).update(letter_due_at=None)
    reader.refresh_from_db()
    return reader
