"""``record_consents`` and ``end_consents``: called in the transaction that changes what the person agreed to."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from i18n.messages import gettext
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.purpose import ConsentChange, ConsentPlace, ConsentPurpose
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.retention import keep_until
from marketplace.accounts.user import User

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Agreed:
    """One consent: ``about`` is the key of what it was given for, ``wording`` the message id of what was read."""

    purpose: ConsentPurpose
    about: str
    version: str
    wording: str
    about_name: str = ""


def record_consents(
    agreed: Sequence[Agreed], *, email: str, user: User | None, language: str, place: ConsentPlace, now: datetime
) -> int:
    """Write what is not in force yet; says how many. Callers hold the lock of what the consents are about."""
    with transaction.atomic():
        latest = _latest({one.about for one in agreed}, {one.purpose for one in agreed})
        fresh = [one for one in agreed if not _in_force(latest.get((one.purpose, one.about)))]
        person, until = person_key(email), keep_until(now)
        ConsentRecord.objects.bulk_create(
            ConsentRecord(
                at=now,
                change=ConsentChange.GIVEN,
                purpose=one.purpose,
                about=one.about,
                about_name=one.about_name[:200],
                person=person,
                user=user,
                wording_version=one.version,
                wording=gettext(language, one.wording),
                language=language,
                place=place,
                keep_until=until,
            )
            for one in fresh
        )
    return len(fresh)


def end_consents(
    about: Iterable[str],
    *,
    now: datetime,
    purposes: Collection[ConsentPurpose] = (),
    place: ConsentPlace | None = None,
) -> int:
    """Write the end of those in force, of all purposes unless some are named; says how many.

    With a ``place`` the person withdrew there; without one what they were for is over. Who it was is known from the
    record of the consent, so that an address that is already forgotten is not needed.
    """
    chosen, ended = set(purposes) or set(ConsentPurpose), 0
    with transaction.atomic():
        keys = list(dict.fromkeys(about))
        for start in range(0, len(keys), _AT_ONCE):
            latest = _latest(set(keys[start : start + _AT_ONCE]), chosen)
            rows = [row for row in latest.values() if _in_force(row)]
            ended += len(ConsentRecord.objects.bulk_create(_end(row, place, now) for row in rows))
    return ended


def _end(row: ConsentRecord, place: ConsentPlace | None, now: datetime) -> ConsentRecord:
    return ConsentRecord(
        at=now,
        change=ConsentChange.WITHDRAWN if place else ConsentChange.ENDED,
        purpose=row.purpose,
        about=row.about,
        about_name=row.about_name,
        person=row.person,
        user_id=row.user_id,
        place=place or "",
        keep_until=max(keep_until(now), row.keep_until),
    )


def _latest(about: set[str], purposes: set[ConsentPurpose]) -> dict[tuple[str, str], ConsentRecord]:
    rows = ConsentRecord.objects.filter(about__in=about, purpose__in=purposes).order_by("pk")
    return {(row.purpose, row.about): row for row in rows}


def _in_force(latest: ConsentRecord | None) -> bool:
    return latest is not None and latest.change == ConsentChange.GIVEN
