"""The glossary: words that have one translation, or none."""

from django.db import models


class GlossaryRule(models.TextChoices):
    """What a term asks of a translation."""

    KEEP = "KEEP"
    """A name: it stands in the translation as it is. A translation without it is refused."""
    USE = "USE"
    """A word with a fixed translation. A translation without it is stored with a warning."""


class GlossaryTerm(models.Model):
    """A term of one owner: a seller, or with 0 the marketplace. Nobody else's texts are held against it."""

    owner_id = models.PositiveBigIntegerField()
    source_language = models.CharField(max_length=10)
    term = models.CharField(max_length=120)
    term_key = models.CharField(max_length=240, editable=False)
    """The term without regard to case, so that it stands in the glossary once."""
    rule = models.CharField(max_length=4, choices=GlossaryRule.choices)
    language = models.CharField(max_length=10, blank=True)
    """The language that ``target`` is in; empty for a name, which holds in every language."""
    target = models.CharField(max_length=120, blank=True)
    match_case = models.BooleanField(default=False)
    """Whether "Sen" (a name) differs from "sen" (lotus)."""
    note = models.CharField(max_length=500, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["term_key", "language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "source_language", "language", "term_key"], name="glossary_term_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} ({self.rule})"

    @property
    def required(self) -> str:
        """What has to stand in the translation."""
        return self.term if self.rule == GlossaryRule.KEEP else self.target
