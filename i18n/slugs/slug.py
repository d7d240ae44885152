"""A name of a record as part of an address, in one language."""

from django.db import models

LONGEST = 160


class Slug(models.Model):
    """``text`` leads to the record for ever; the current one of a language is the one that pages link to.

    Records of one subject never share a text. One record may have the same text in several languages: sofa, sofa.
    """

    subject = models.CharField(max_length=60)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    text = models.CharField(max_length=LONGEST)
    base = models.CharField(max_length=LONGEST)
    """The name alone, without the number that told it from another record's."""
    is_current = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "text", "language"], name="slug_once_per_language"),
            models.UniqueConstraint(
                fields=["subject", "object_id", "language"],
                condition=models.Q(is_current=True),
                name="one_current_slug_per_language",
            ),
        ]
        indexes = [models.Index(fields=["subject", "object_id"], name="slugs_of_a_record")]

    def __str__(self) -> str:
        return self.text
