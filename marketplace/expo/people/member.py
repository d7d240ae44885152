"""Who works for an exhibitor at one fair, and what each may do there."""

from django.conf import settings
from django.db import models

from marketplace.expo.exhibitor import Exhibitor


class ExhibitorRole(models.TextChoices):
    """A manager may do all that the people at the stand may."""

    MANAGER = "MANAGER"
    """Contract, money, the manual, the profile and the people."""
    STAND = "STAND"
    """The stand itself: meetings and leads."""


class ExhibitorMember(models.Model):
    """A user's role in an exhibitor. The team of a linked seller needs none of these; see `membership`."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=8, choices=ExhibitorRole.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "user"], name="one_role_per_exhibitor_and_user")]

    def __str__(self) -> str:
        return f"user {self.user_id} is {self.role} of exhibitor {self.exhibitor_id}"
