"""ExhibitorInvitation: somebody is asked by e-mail to work for an exhibitor, with an account or without one yet."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.people.member import ExhibitorRole

VALID_FOR = timedelta(days=14)


class ExhibitorInvitation(models.Model):
    """Waits for an answer. It is gone once it is accepted, revoked, or long expired."""

    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254)
    """In the stored form of accounts' addresses."""
    role = models.CharField(max_length=8, choices=ExhibitorRole.choices)
    language = models.CharField(max_length=16)
    """What the letter is written in."""
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["exhibitor", "email"], name="one_fair_invitation_per_address")]

    def __str__(self) -> str:
        return f"invitation {self.pk} to exhibitor {self.exhibitor_id}"

    @property
    def expires_at(self) -> datetime:
        return self.sent_at + VALID_FOR
