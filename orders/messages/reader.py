"""ConversationReader: what one person has read of a conversation, and how it is shown to them."""

from django.conf import settings
from django.db import models

from orders.messages.conversation import Conversation


class ConversationReader(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    read_position = models.PositiveIntegerField(default=0)
    """Of the last message they have seen."""
    translate_into = models.CharField(max_length=10, blank=True)
    """The language into which a machine translates what the other side writes; empty while nobody asked for it."""
    letter_due_at = models.DateTimeField(null=True)
    """When a letter tells them of what they haven't read by then."""
    letter_sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["conversation", "user"], name="one_reader_per_person")]
        indexes = [
            models.Index(
                fields=["letter_due_at"], name="message_letters_due", condition=models.Q(letter_due_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"user {self.user_id} has read {self.read_position} of {self.conversation_id}"
