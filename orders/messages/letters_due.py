"""Note that people are to be told of a message, at most once an hour and conversation."""

from datetime import datetime, timedelta

from marketplace.accounts.models import User
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation
from orders.messages.reader import ConversationReader
from orders.messages.recipients import told_by_letter

AT_MOST_EVERY = timedelta(hours=1)
GRACE = timedelta(minutes=2)
"""Whoever is at the page reads it there and needs no letter."""


def letters_due(conversation: Conversation, *, author: User, role: Role, now: datetime) -> None:
    """A letter in two minutes, or an hour after the last one; one that is due already stays as it is."""
    for user in told_by_letter(conversation, role).exclude(pk=author.pk):
        reader, _ = ConversationReader.objects.get_or_create(conversation=conversation, user=user)
        if reader.letter_due_at is None:
            earliest = reader.letter_sent_at + AT_MOST_EVERY if reader.letter_sent_at else now
            reader.letter_due_at = max(now + GRACE, earliest)
            reader.save(update_fields=["letter_due_at"])
