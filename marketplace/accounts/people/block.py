"""AccountBlock: somebody is kept from signing in, by whom and why; and until when."""

from django.db import models

REASON_LEAST, REASON_MOST = 10, 500


class AccountBlock(models.Model):
    """A row for every time. The one that has not ended is why the account is closed."""

    person = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=REASON_MOST)
    """The person is told it."""
    blocked_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    blocked_at = models.DateTimeField()
    ended_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-blocked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at__isnull=True), name="one_block_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"AccountBlock {self.pk} of user {self.person_id}"
