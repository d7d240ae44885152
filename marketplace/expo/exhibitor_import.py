"""One imported list of exhibitors: previewed first, applied once."""

from django.db import models

from marketplace.expo.exhibition import Expo


class ExhibitorImport(models.Model):
    """``rows`` is what was read: ``{"number", "values", "action", "errors"}`` each. None counts before `applied_at`."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="+")
    feed = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    columns = models.JSONField(default=list)
    """``[header, field or null]`` in the order of the file."""
    rows = models.JSONField(default=list)
    created_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"ExhibitorImport {self.pk}"
