"""Impersonation: one of our own looked at the pages with somebody's eyes, for a reason and a short time."""

from django.db import models

REASON_LEAST, REASON_MOST = 10, 500


class Impersonation(models.Model):
    """What the session itself does not say. It stays when the session's row is long gone."""

    session = models.OneToOneField("accounts.Session", null=True, on_delete=models.SET_NULL, related_name="+")
    operator = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=REASON_MOST)
    """In the operator's words; the person is told it."""
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["-started_at", "-id"]
        indexes = [models.Index(fields=["person", "-started_at"], name="impersonations_of_a_person")]

    def __str__(self) -> str:
        return f"Impersonation {self.pk} of user {self.person_id}"
