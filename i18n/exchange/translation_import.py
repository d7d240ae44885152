"""A file of translations that came back: what it would change, and what it did."""

from django.db import models


class ImportStatus(models.TextChoices):
    CHECKED = "CHECKED"
    APPLIED = "APPLIED"


class UnitOutcome(models.TextChoices):
    """What becomes of one unit of the file."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    REVIEWED = "REVIEWED"
    """The text is the one we have; the file says that somebody has approved it."""
    UNCHANGED = "UNCHANGED"
    EMPTY = "EMPTY"
    """The file has no translation for it."""
    SOURCE_CHANGED = "SOURCE_CHANGED"
    """The original is not the one that was exported: not taken over."""
    TARGET_CHANGED = "TARGET_CHANGED"
    """Somebody has changed the translation since the export: not taken over."""
    REFUSED = "REFUSED"


TAKEN = (UnitOutcome.NEW, UnitOutcome.CHANGED, UnitOutcome.REVIEWED)
"""What applying writes."""


class TranslationImport(models.Model):
    """A file in one pair of languages, of one owner (a seller, or with 0 the marketplace)."""

    owner_id = models.PositiveBigIntegerField()
    file_name = models.CharField(max_length=200)
    file_format = models.CharField(max_length=8)
    source_language = models.CharField(max_length=10)
    language = models.CharField(max_length=10)
    status = models.CharField(max_length=8, choices=ImportStatus.choices, default=ImportStatus.CHECKED)
    created_by = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_id", "created_at"], name="translation_import_by_owner")]

    def __str__(self) -> str:
        return self.file_name


class TranslationImportUnit(models.Model):
    """One unit of the file, with what was found about it when it was last checked."""

    batch = models.ForeignKey(TranslationImport, on_delete=models.CASCADE, related_name="units")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    """The unit as the file names it: ``catalog.Product/12/name``."""
    source_hash = models.CharField(max_length=32, blank=True)
    target_hash = models.CharField(max_length=32, blank=True)
    """Of the translation as it was exported; empty when there was none."""
    text = models.TextField(blank=True)
    approved = models.BooleanField(default=False)
    """The file calls it reviewed or final."""
    outcome = models.CharField(max_length=16, choices=UnitOutcome.choices)
    problems = models.JSONField(default=list, blank=True)
    """``[message id, params]`` of what is wrong, or for a unit that is taken of what to look at."""

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="import_unit_once")]
        indexes = [models.Index(fields=["batch", "outcome", "position"], name="import_unit_by_outcome")]

    def __str__(self) -> str:
        return self.name
