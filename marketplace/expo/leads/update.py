"""What an exhibitor changes in a lead afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from catalog.refusal import refuse_any
from i18n.today import day_here
from marketplace.expo import texts
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.notes import notes_problems
from marketplace.expo.locks import lock_exhibitor

_COLUMNS = ("note", "rating", "follow_up_on")


def update_lead(*, lead: Lead, changes: Mapping[str, Any], now: datetime) -> Lead:
    """Replace ``note``, ``rating``, ``follow_up_on``, ``exhibit_ids``; ``followed_up`` ticks the follow-up off.

    A rating or a day may be taken away with ``None``. A new day opens the follow-up again. Raises `Refused`.
    """
    with transaction.atomic():
        lock_exhibitor(lead.exhibitor_id)
        locked = Lead.objects.get(pk=lead.pk)
        given = dict(changes)
        if given.get("note") is not None:
            given["note"] = texts.tidy(given["note"], lines=True)
        new = {k: v for k, v in given.items() if k != "follow_up_on" or v != locked.follow_up_on}
        refuse_any(notes_problems(new, exhibitor_id=locked.exhibitor_id, today=day_here(now)))
        for name in _COLUMNS:
            if name in given:
                setattr(locked, name, given[name] if name != "note" else given[name] or "")
        if "followed_up" in given or "follow_up_on" in new:
            locked.followed_up_at = now if given.get("followed_up") else None
        locked.save()
        if given.get("exhibit_ids") is not None:
            locked.exhibits.set(given["exhibit_ids"])
    return locked


def delete_lead(*, lead: Lead) -> None:
    """Let go of a lead with all that was noted; what came of it still counts for the fair."""
    Lead.objects.filter(pk=lead.pk).delete()
