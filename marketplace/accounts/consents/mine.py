"""``consents_of``: what a person agreed to, each with its end; ``with_ends`` of any records."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from marketplace.accounts.consents.purpose import ConsentChange
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.user import User


def consents_of(user: User) -> QuerySet[ConsentRecord]:
    """The records of giving, the latest first, as ``with_ends`` has them."""
    return with_ends(ConsentRecord.objects.of(user))


def with_ends(records: QuerySet[ConsentRecord]) -> QuerySet[ConsentRecord]:
    """Those of giving, the latest first, with ``ended_at`` and with ``state``, a ``ConsentChange``.

    Between two records of giving the same there is always one of its end, so the next one says what became of it.
    """
    same = ConsentRecord.objects.filter(about=OuterRef("about"), purpose=OuterRef("purpose"), pk__gt=OuterRef("pk"))
    following = same.order_by("pk")
    return (
        records.filter(change=ConsentChange.GIVEN)
        .annotate(
            ended_at=Subquery(following.values("at")[:1]),
            state=Coalesce(Subquery(following.values("change")[:1]), Value(ConsentChange.GIVEN.value)),
        )
        .order_by("-at", "-pk")
    )


def is_in_force(found: Any) -> bool:
    """Of a record that ``with_ends`` found."""
    return bool(found.state == ConsentChange.GIVEN)
