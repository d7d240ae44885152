"""NamedQuery: a question about events that a seller keeps under a name, and may subscribe to."""

from __future__ import annotations

import uuid

from django.db import models

LONGEST_NAME = 100


class NamedQuery(models.Model):
    """Whoever asks it sees what they themselves may read; the name is a seller's own and tells others nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    query = models.JSONField()
    """As it was given, its own ``@context`` included: it is read anew each time it is asked."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["seller", "name"], name="named_query_once")]

    def __str__(self) -> str:
        return self.name
