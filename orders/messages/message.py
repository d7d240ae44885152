"""Message: plain text, and files, from one side of a conversation."""

import uuid

from django.conf import settings
from django.db import models

from orders.attachments.stored_file import StoredFile
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation


class Message(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    position = models.PositiveIntegerField()
    """Counts within the conversation; what people have read is remembered by it."""
    author = models.CharField(max_length=10, choices=[(Role.BUYER, "BUYER"), (Role.SELLER, "SELLER")])
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=4000)
    language = models.CharField(max_length=10)
    """What its author writes in, as the author's pages were set."""
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    """Taken away by staff after a report, or with its author's account: it stays as a gap."""

    class Meta:
        ordering = ["conversation_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "position"], name="one_message_per_position"),
        ]
        indexes = [models.Index(fields=["user", "-created_at"], name="messages_of_a_user")]

    def __str__(self) -> str:
        return f"message {self.position} of {self.conversation_id}"


class MessageFile(StoredFile):
    message = models.ForeignKey(Message, models.CASCADE, related_name="files")

    class Meta:
        ordering = ["created_at", "id"]
