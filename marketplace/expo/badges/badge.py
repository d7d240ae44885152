"""Badge: what somebody wears at a fair, known by its code."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from marketplace.expo.badges.code import LENGTH, normalise
from marketplace.expo.exhibition import Expo


class BadgeKind(models.TextChoices):
    VISITOR = "VISITOR"
    EXHIBITOR = "EXHIBITOR"
    """For the people of an exhibitor's stand."""
    STAFF = "STAFF"


class Badge(models.Model):
    """One in force per visitor; a new one voids the old one, which stays so that the door knows it."""

    expo = models.ForeignKey(Expo, on_delete=models.CASCADE, related_name="badges")
    code = models.CharField(max_length=LENGTH, unique=True)
    mark = models.CharField(max_length=16, db_index=True, editable=False)
    """The code as the telephones at the doors know it (`door.door_key`)."""
    kind = models.CharField(max_length=9, choices=BadgeKind.choices)
    visitor = models.ForeignKey("expo.Visitor", null=True, blank=True, on_delete=models.CASCADE, related_name="badges")
    exhibitor = models.ForeignKey(
        "expo.Exhibitor", null=True, blank=True, on_delete=models.CASCADE, related_name="badges"
    )
    holder_name = models.CharField(max_length=120, blank=True)
    issued_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["visitor"],
                condition=Q(visitor__isnull=False, voided_at__isnull=True),
                name="one_badge_in_force",
            ),
            models.CheckConstraint(
                condition=Q(kind="VISITOR", visitor__isnull=False, exhibitor__isnull=True)
                | Q(kind="EXHIBITOR", visitor__isnull=True, exhibitor__isnull=False)
                | Q(kind="STAFF", visitor__isnull=True, exhibitor__isnull=True),
                name="badge_of_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"badge {self.pk} {self.kind}"

    @property
    def is_void(self) -> bool:
        return self.voided_at is not None


def find_badge(code: str, *, expo: Expo, at: datetime | None = None) -> Badge | None:
    """The badge in force of a code as scanned or typed (case, hyphens, O for 0 don't matter); none when it is void.

    With ``at`` one that was in force at that moment: what a telephone scanned and could not send at once.
    """
    found = any_badge(code, expo=expo)
    if found is None or found.voided_at is None or (at is not None and found.issued_at <= at < found.voided_at):
        return found
    return None


def any_badge(code: str, *, expo: Expo) -> Badge | None:
    """The same, void ones too: for the door, which says so."""
    clean = normalise(code)
    if clean is None:
        return None
    return Badge.objects.select_related("visitor", "exhibitor").filter(expo=expo, code=clean).first()
