"""What was asked of a translation engine, cut into batches, and how many characters went out."""

from django.db import models


class RequestStatus(models.TextChoices):
    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"


class MachineTranslationRequest(models.Model):
    """Texts of one owner (a seller, or with 0 the marketplace) that a machine is to translate into one language."""

    owner_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    status = models.CharField(max_length=7, choices=RequestStatus.choices, default=RequestStatus.QUEUED)
    engine = models.CharField(max_length=60, blank=True)
    """Name and version of what translated."""
    requested_by = models.CharField(max_length=120)
    units = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    """Translated or changed by a person in the meantime."""
    failed = models.PositiveIntegerField(default=0)
    """What came back broke a name or a tag, or did not come back."""
    characters = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=30, blank=True)
    """The code of what keeps it waiting or ended it: QUOTA, LIMIT, BAD_KEY, UNREACHABLE …"""
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_id", "created_at"], name="mt_request_by_owner")]

    def __str__(self) -> str:
        return f"{self.language} {self.status}"


class MachineTranslationBatch(models.Model):
    """What is sent in one call: units of one pair of languages."""

    request = models.ForeignKey(MachineTranslationRequest, on_delete=models.CASCADE, related_name="batches")
    source_language = models.CharField(max_length=10)
    units = models.JSONField()
    """``[kind, object id, field, hash of the original]`` each."""
    attempts = models.PositiveIntegerField(default=0)
    available_at = models.DateTimeField()
    """Not taken up before: pushed on while somebody works on it, and after a failure."""
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["available_at"], name="mt_batch_waiting", condition=models.Q(finished_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"batch {self.pk} of {self.request_id}"


class MachineTranslationUsage(models.Model):
    """Characters sent on one day (UTC) for one owner; each row is the lock of its own sum."""

    day = models.DateField()
    owner_id = models.PositiveBigIntegerField()
    characters = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "owner_id"], name="mt_usage_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.characters}"
