"""What was done to a plan: the memory behind "somebody changed it meanwhile", behind undoing, and behind watching."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from marketplace.accounts.models import User
from marketplace.expo.hall import Hall

KEPT = 1_000
"""Changes of a hall that are remembered."""


class PlanVerb(models.TextChoices):
    DRAWN = "DRAWN"
    MOVED = "MOVED"
    RESHAPED = "RESHAPED"
    MERGED = "MERGED"
    SPLIT = "SPLIT"
    DESCRIBED = "DESCRIBED"
    """Another code, kind, power or water."""
    HELD = "HELD"
    RESERVED = "RESERVED"
    ASSIGNED = "ASSIGNED"
    FREED = "FREED"
    REMOVED = "REMOVED"
    IMPORTED = "IMPORTED"
    FLOOR = "FLOOR"
    """Aisles, doors, services or the hall itself."""
    UNDONE = "UNDONE"


class PlanChange(models.Model):
    """One change, with the rows before and after it: ``{"booths": […], "features": […]}``."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()
    """The hall's `plan_number` after it."""
    verb = models.CharField(max_length=10, choices=PlanVerb.choices)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["hall_id", "number"]
        constraints = [models.UniqueConstraint(fields=["hall", "number"], name="one_plan_change_per_number")]

    def __str__(self) -> str:
        return f"{self.verb} {self.number}"

    def booths(self, when: str = "after") -> list[dict[str, Any]]:
        return list((self.after if when == "after" else self.before).get("booths", ()))

    def touches(self, booth_id: int) -> bool:
        return any(row["id"] == booth_id for row in (*self.booths("before"), *self.booths()))


def record_change(
    hall: Hall,
    verb: PlanVerb,
    *,
    before: Mapping[str, Sequence[Mapping[str, Any]]],
    after: Mapping[str, Sequence[Mapping[str, Any]]],
    by: User | None,
) -> PlanChange:
    """Write a change down under the hall's lock, and forget the oldest beyond `KEPT`."""
    hall.plan_number += 1
    hall.save(update_fields=["plan_number"])
    PlanChange.objects.filter(hall=hall, number__lte=hall.plan_number - KEPT).delete()
    return PlanChange.objects.create(hall=hall, number=hall.plan_number, verb=verb, before=before, after=after, by=by)
