"""AuditEntry: what somebody with rights over others asked for, and what came of it."""

from django.conf import settings
from django.db import models

from marketplace.append_only.rows import AppendOnlyModel
from marketplace.append_only.triggers import Refusal


class AuditOutcome(models.TextChoices):
    STARTED = "STARTED"
    """Work that is several transactions has begun; another entry of the same request says how it ended."""
    DONE = "DONE"
    REFUSED = "REFUSED"
    FAILED = "FAILED"
    """By a defect, or because something did not answer."""


class AuditEntry(AppendOnlyModel):
    """It names fields and objects, never what the fields held: nothing in it is about a person but who it was."""

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    """Who really did it; nobody for a sign-in that was refused."""
    acting_for = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    """Whose eyes they looked through."""
    operation = models.CharField(max_length=80)
    """The mutation's name in the API."""
    outcome = models.CharField(max_length=8, choices=AuditOutcome.choices)
    codes = models.JSONField(default=list)
    """Why it was refused."""
    fields = models.JSONField(default=list)
    """Names of what was given: ``input.price``."""
    request_id = models.CharField(max_length=32)
    keep_until = models.DateField(db_index=True)
    """The last day on which it stays, by the rule in force when it was written."""

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_latest"),
            models.Index(fields=["actor", "-at", "-id"], name="audit_of_actor"),
            models.Index(fields=["acting_for", "-at", "-id"], name="audit_acting_for"),
            models.Index(fields=["operation", "-at", "-id"], name="audit_of_operation"),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.outcome}"


class AuditObject(AppendOnlyModel):
    """One object that an entry names."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.DO_NOTHING, related_name="+")
    kind = models.CharField(max_length=60)
    """Its type in the API."""
    key = models.CharField(max_length=120)
    """Its key, as its global id has it."""
    keep_until = models.DateField(db_index=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "key", "-entry"], name="audit_of_object")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


REFUSAL = Refusal(
    tables=("audit_auditobject", "audit_auditentry"),
    message="the audit log is append-only",
    function="audit_refuse",
    kept_until="keep_until",
)
