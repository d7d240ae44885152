"""Invitations to visitors who were forgotten since."""

from marketplace.fair_trade.invitation import LeadInvitation


def forget_invitations() -> int:
    """What came of them stays counted. Run daily, after leads are forgotten."""
    return LeadInvitation.objects.filter(lead__forgotten_at__isnull=False).delete()[0]
