"""StoredAnswer: what was answered to a creating mutation, for whoever asks the same again."""

from django.db import models


class StoredAnswer(models.Model):
    """One row for a caller's key; the keys themselves are not stored, only what they hash to."""

    scope = models.CharField(max_length=64, unique=True)
    """SHA-256 of the caller and the key."""
    request = models.CharField(max_length=64)
    """SHA-256 of the field, its arguments and what was selected of it."""
    is_done = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    """JSON of the field's value and its errors as they were answered, sealed (`seal`)."""
    held_until = models.DateTimeField()
    """Who works on it has until then; afterwards another may take over."""
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return f"{'answered' if self.is_done else 'in progress'} since {self.created_at:%Y-%m-%d %H:%M}"
