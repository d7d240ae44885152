"""A file that people attach to a request or a message, kept where no web server serves it."""

import uuid

from django.db import models


class StoredFile(models.Model):
    """Columns of every kind of attachment. ``file`` is a random name; it is opened by a signed link."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    """As its sender called it, made harmless."""
    file = models.CharField(max_length=60)
    file_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file
