"""SellerInvitation: somebody is asked by e-mail to work for a seller, with an account or without one yet."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from marketplace.sellers.member import MemberRole
from marketplace.sellers.seller import Seller

VALID_FOR = timedelta(days=14)


class SellerInvitation(models.Model):
    """Waits for an answer. It is gone once it is accepted, revoked, or long expired."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254)
    """In the stored form of accounts' addresses."""
    role = models.CharField(max_length=8, choices=MemberRole.choices)
    language = models.CharField(max_length=16)
    """What the letter is written in."""
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["seller", "email"], name="one_invitation_per_address")]

    def __str__(self) -> str:
        return f"invitation {self.pk} to seller {self.seller_id}"

    @property
    def expires_at(self) -> datetime:
        return self.sent_at + VALID_FOR
