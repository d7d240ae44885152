"""A way in for somebody whose second factor is lost."""

from django.db import models


class RecoveryCode(models.Model):
    """One of ten codes given out once; only its hash is kept, and it works once."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "code_hash"], name="recovery_code_once_per_user")]

    def __str__(self) -> str:
        return f"RecoveryCode {self.pk} of user {self.user_id}"
