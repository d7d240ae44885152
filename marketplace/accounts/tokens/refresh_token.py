"""One refresh token of one signed-in device, stored as a hash."""

from django.db import models


class RefreshToken(models.Model):
    """Tokens that follow from one sign-in share a `family`; each may be exchanged once."""

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    family = models.UUIDField(db_index=True)
    token_hash = models.CharField(max_length=64, unique=True)
    """SHA-256 of the token: 256 random bits need no salt and no slow hash."""
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)
    """When it was first exchanged for the next one of its family."""
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"RefreshToken {self.pk} of user {self.user_id}"
