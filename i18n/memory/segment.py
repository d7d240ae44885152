"""The translation memory: sentences and how they were translated before."""

from django.db import models


class MemorySegment(models.Model):
    """One sentence in two languages, out of a text that a person wrote or approved.

    It belongs to its owner (a seller, or with 0 the marketplace). A seller is offered its own and the marketplace's
    sentences; nobody is ever offered another seller's.
    """

    owner_id = models.PositiveBigIntegerField()
    source_language = models.CharField(max_length=10)
    language = models.CharField(max_length=10)
    source_hash = models.CharField(max_length=32)
    """`text_hash` of the sentence as it is compared: without case and doubled blanks."""
    source_text = models.TextField()
    target_text = models.TextField()
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "source_language", "language", "source_hash"], name="memory_sentence_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_language}-{self.language} {self.source_hash}"


class MemoryKey(models.Model):
    """A key that similar sentences of one owner and pair of languages are likely to share (see `keys.py`)."""

    segment = models.ForeignKey(MemorySegment, on_delete=models.CASCADE, related_name="keys")
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["key", "segment"], name="memory_by_key")]

    def __str__(self) -> str:
        return f"{self.key} of {self.segment_id}"
