"""LeadInvitation: an exhibitor's letter to a visitor who has no account yet, with a link to ask for a quotation."""

import uuid

from django.conf import settings
from django.core import signing
from django.db import models

from marketplace.expo.models import Lead

_SALT = "marketplace.fair_trade.invitation"
_LONGEST_TOKEN = 200
LONGEST_MESSAGE = 1000


class LeadInvitation(models.Model):
    """Sent to the address the visitor registered with; who opens its link and accepts is that visitor as a buyer."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    lead = models.ForeignKey(Lead, models.CASCADE, related_name="+")
    message = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-sent_at", "-id"]
        indexes = [models.Index(fields=["lead", "-sent_at"], name="invitations_of_a_lead")]

    def __str__(self) -> str:
        return f"invitation {self.public_id}"


def invitation_token(invitation: LeadInvitation) -> str:
    return signing.Signer(salt=_SALT).sign(invitation.public_id.hex)


def invitation_of(token: str) -> LeadInvitation | None:
    """None for what is no token of ours, and once the visitor has taken the contact back."""
    try:
        key = uuid.UUID(signing.Signer(salt=_SALT).unsign(token[:_LONGEST_TOKEN]))
    except (signing.BadSignature, ValueError):
        return None
    standing = LeadInvitation.objects.filter(public_id=key, lead__in=Lead.objects.with_contact().values("pk"))
    return standing.select_related("lead__exhibitor__expo", "lead__exhibitor__seller", "lead__visitor").first()
