"""One drawing handed in for a hall: read, looked at, and drawn into the plan once."""

from decimal import Decimal

from django.db import models

from marketplace.expo.hall import Hall
from marketplace.expo.plan.drawings.drawing import Outline


class PlanImport(models.Model):
    """``outlines`` is what was read: ``[layer, label, [[x, y], …]]`` each, in units of the drawing, y downwards."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    outlines = models.JSONField(default=list)
    left_out = models.PositiveIntegerField(default=0)
    """Things in the drawing that are no closed outlines of straight lines."""
    metres_per_unit = models.DecimalField(max_digits=18, decimal_places=9)
    right = models.DecimalField(max_digits=7, decimal_places=2, default=Decimal(0))
    down = models.DecimalField(max_digits=7, decimal_places=2, default=Decimal(0))
    """Metres by which the drawing is moved into the hall."""
    roles = models.JSONField(default=dict)
    """By layer (`Role`)."""
    created_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"PlanImport {self.pk}"

    def read_outlines(self) -> list[Outline]:
        return [Outline([(x, y) for x, y in points], layer, label) for layer, label, points in self.outlines]
