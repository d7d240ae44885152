"""Leads of visitors who were forgotten lose their note; that there was one still counts.

How long visitors are kept is said in one place, ``expo/visitors/retention.toml``.
"""

from datetime import datetime

from marketplace.expo.leads.lead import Lead


def forget_leads(*, now: datetime) -> int:
    """A note may name the person as well. Says how many were let go of now. Run daily, after visitors are forgotten."""
    over = Lead.objects.filter(visitor__forgotten_at__isnull=False, forgotten_at__isnull=True)
    chosen = list(over.values_list("pk", flat=True))
    return Lead.objects.filter(pk__in=chosen).update(forgotten_at=now, note="", follow_up_on=None)
