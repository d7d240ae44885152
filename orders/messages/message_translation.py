"""MessageTranslation: what a machine made of a message, beside the original and never in its place."""

from django.db import models

from orders.messages.message import Message


class TranslationStatus(models.TextChoices):
    QUEUED = "QUEUED"
    DONE = "DONE"
    FAILED = "FAILED"


class MessageTranslation(models.Model):
    message = models.ForeignKey(Message, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=10)
    status = models.CharField(max_length=6, choices=TranslationStatus.choices, default=TranslationStatus.QUEUED)
    text = models.TextField(blank=True)
    engine = models.CharField(max_length=60, blank=True)
    """Name and version of what translated."""
    problem = models.CharField(max_length=30, blank=True)
    """The code of what keeps it waiting or ended it."""
    attempts = models.PositiveIntegerField(default=0)
    available_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["message", "language"], name="one_translation_per_language")]
        indexes = [
            models.Index(
                fields=["available_at"], name="message_translations_waiting", condition=models.Q(status="QUEUED")
            )
        ]

    def __str__(self) -> str:
        return f"{self.message_id} in {self.language}: {self.status}"
