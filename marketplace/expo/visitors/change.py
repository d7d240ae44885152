"""``change_visitor`` and ``withdraw_visitor``: what visitors do about their registration, for as long as it is kept."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from catalog.refusal import refuse_any
from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.events.publish import publish
from marketplace.expo.badges.issue import rename_badge
from marketplace.expo.locks import lock_visitor
from marketplace.expo.visitors.consents import end_logged, set_consents
from marketplace.expo.visitors.entry import clean_visitor, visitor_problems
from marketplace.expo.visitors.events import VisitorWithdrawn
from marketplace.expo.visitors.forget import empty_visitors
from marketplace.expo.visitors.visitor import Visitor

CHANGEABLE = ("name", "firm", "job_title", "country", "language", "timezone", "kind", "interests")
"""Not the address: the registration is bound to who reads its mail."""


def change_visitor(
    *,
    visitor: Visitor,
    changes: Mapping[str, Any],
    consents: Collection[str] | None,
    now: datetime,
    read_in: str = "",
) -> Visitor:
    """Change the given fields, and unless they are ``None`` the consents, which were read in the language ``read_in``.

    Raises ``Refused``.
    """
    values = clean_visitor({name: changes[name] for name in CHANGEABLE if changes.get(name) is not None})
    refuse_any(visitor_problems(values))
    with transaction.atomic():
        locked = lock_visitor(visitor.pk)
        for name, value in values.items():
            setattr(locked, name, value)
        locked.refresh_search_text()
        locked.save()
        rename_badge(visitor=locked)
        if consents is not None:
            set_consents(visitor=locked, purposes=consents, language=read_in, now=now)
    return locked


def withdraw_visitor(*, visitor: Visitor, now: datetime) -> None:
    """The badge is void and the person forgotten at once; that somebody from a country had registered stays."""
    with transaction.atomic():
        locked = lock_visitor(visitor.pk)
        if locked.withdrawn_at is None:
            locked.withdrawn_at = now
            locked.save(update_fields=["withdrawn_at"])
            end_logged([locked], place=ConsentPlace.FAIR_VISIT, now=now)
            empty_visitors(Visitor.objects.filter(pk=locked.pk), now=now)
            publish(VisitorWithdrawn(visitor_id=locked.pk))
