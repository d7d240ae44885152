"""``carry_over_consents``: what was agreed to before the log was kept is written down in it.

1. Packages say which of their rows hold consents, and what each row tells of them. What nobody wrote down then (the
   words, their language) stays empty: nothing is made up.
2. A row is read again under its lock, the one under which its consents are given and taken back.
3. A consent of which the log has any record is left alone: an earlier record is never put behind a later one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from i18n.messages import gettext
from i18n.today import day_here
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.purpose import ConsentChange, ConsentPlace
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.retention import keep_until
from marketplace.accounts.consents.write import Agreed
from marketplace.accounts.user import User

AT_ONCE = 200
"""Rows that are locked together."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A consent as its package kept it: wording, version and language are empty where they were not kept."""

    agreed: Agreed
    given_at: datetime
    email: str
    user: User | None = None
    language: str = ""
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Rows with consents, and what some of them tell: of one purpose and ``about`` the oldest first."""

    rows: Callable[[], QuerySet[Any]]
    told: Callable[[Sequence[Any]], Iterable[Earlier]]


_sources: list[Source] = []


def register_source(source: Source) -> None:
    _sources.append(source)


def carry_over_consents(*, now: datetime) -> int:
    """How many consents were written down. Run daily: it ends what was broken off. Twice changes nothing."""
    return sum(_carry_over(source, keys, now) for source in _sources for keys in _batches(source.rows()))


def _batches(rows: QuerySet[Any]) -> Iterator[list[Any]]:
    keys = rows.order_by("pk").values_list("pk", flat=True)
    batch = list(keys[:AT_ONCE])
    while batch:
        yield batch
        batch = list(keys.filter(pk__gt=batch[-1])[:AT_ONCE])


def _carry_over(source: Source, keys: list[Any], now: datetime) -> int:
    chosen = source.rows().filter(pk__in=keys).order_by("pk")
    if not _unknown(source.told(list(chosen)), now):
        return 0  # as on every day but the first: nobody's lock is taken
    with transaction.atomic():
        unknown = _unknown(source.told(list(chosen.select_for_update(of=("self",)))), now)
        ConsentRecord.objects.bulk_create(record for one in unknown for record in _records(one))
    return len(unknown)


def _unknown(told: Iterable[Earlier], now: datetime) -> list[Earlier]:
    """Without those that were taken back so long ago that their records would have gone by now."""
    today = day_here(now)
    kept = [one for one in told if one.withdrawn_at is None or keep_until(one.withdrawn_at) >= today]
    records = ConsentRecord.objects.filter(about__in={one.agreed.about for one in kept}).order_by()
    known = set(records.values_list("purpose", "about"))
    return [one for one in kept if (one.agreed.purpose, one.agreed.about) not in known]


def _records(one: Earlier) -> Iterator[ConsentRecord]:
    yield _record(
        one,
        ConsentChange.GIVEN,
        one.given_at,
        wording_version=one.agreed.version,
        wording=gettext(one.language, one.agreed.wording) if one.language and one.agreed.wording else "",
        language=one.language,
    )
    if one.withdrawn_at is not None:
        yield _record(one, ConsentChange.WITHDRAWN, one.withdrawn_at)


def _record(one: Earlier, change: ConsentChange, at: datetime, **words: str) -> ConsentRecord:
    return ConsentRecord(
        at=at,
        change=change,
        purpose=one.agreed.purpose,
        about=one.agreed.about,
        about_name=one.agreed.about_name[:200],
        person=person_key(one.email),
        user=one.user,
        place=ConsentPlace.CARRIED_OVER,
        keep_until=keep_until(at),
        **words,
    )
