"""A text of a record in another language than its own."""

from hashlib import md5

from django.db import models

MARKETPLACE = 0
"""The owner of texts that belong to no seller: categories, attributes, pages."""


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
    """Who translated, or with what: ``user:12``, or an engine and its version."""
    source_hash = models.CharField(max_length=32, blank=True)
    """`text_hash` of the original that this was made from; empty where that is not known."""
    reviewed_by = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    """When somebody read the text beside its original and found it right; a changed text is unread again."""
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "object_id", "field", "language"], name="one_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.object_id} {self.field} in {self.language}"


def text_hash(text: str) -> str:
    """The fingerprint of an original text, the same that SQL's ``MD5`` makes. It guards nothing secret."""
    return md5(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
