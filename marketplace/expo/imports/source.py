"""Where lists of exhibitors come from, fair after fair: an agency, an association, a partner's directory."""

from django.db import models

from marketplace.sealed.field import SealedTextField


class ExhibitorSource(models.Model):
    """A source keeps how its columns are read, so that nobody has to say it twice."""

    name = models.CharField(max_length=120, unique=True)
    feed = models.CharField(max_length=40)
    """The form its lists have: a folder of ``feeds/``."""
    address = models.CharField(max_length=500, blank=True)
    """Where the list is fetched; empty for files that people hand in."""
    access_key = SealedTextField(null=True)
    """Sent to the address as a bearer token."""
    mapping = models.JSONField(default=dict)
    """``{header: field or null}`` as it was last told."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
