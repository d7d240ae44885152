"""A text of a record in another language than its own."""

from django.db import models


class TranslationSource(models.TextChoices):
    """Who or what wrote a translation. An ``ORIGINAL`` text stands in the record itself and is never stored here."""

    HUMAN = "HUMAN"
    MACHINE = "MACHINE"
    IMPORTED = "IMPORTED"


class Translation(models.Model):
    """One field of one record in one language. ``subject`` is the record's kind, such as ``catalog.Product``."""

    subject = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    text = models.TextField()
    source = models.CharField(max_length=10, choices=TranslationSource.choices)
    translator = models.CharField(max_length=120, blank=True)
    """Who translated, or with what: a name, or an engine and its version."""
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "object_id", "field", "language"], name="one_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.object_id} {self.field} in {self.language}"
