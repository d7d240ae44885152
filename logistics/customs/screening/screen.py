"""``screen``: compare everybody goods are to go to with the lists that hold.

1. Everybody once per set of lists: what was compared stays as it was.
2. No list: UNSCREENED, which holds nothing up and claims nothing.
3. No match: CLEAR. 4. A match a person has told this very name apart from: CLEARED, with a pointer to that decision.
5. Any other match: HELD, and ``ScreeningHeld`` is published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from i18n.today import today_here
from logistics.customs.screening.events import ScreeningHeld
from logistics.customs.screening.index import editions_that_hold, index_of
from logistics.customs.screening.listed_party import ListEdition, ListedParty
from logistics.customs.screening.match import Match, matches
from logistics.customs.screening.screening import Screening, ScreeningHit
from logistics.customs.screening.states import STOPS, ScreeningStatus
from logistics.customs.screening.words import words_of
from marketplace.events.publish import publish

MOST_HITS = 20
_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody who takes part in a sale."""

    role: str
    name: str
    country: str = ""


def screen(*, reference: str, subjects: Sequence[Subject]) -> list[Screening]:
    """The screenings of everybody who takes part, by the lists that hold now; nameless subjects are left out.

    ``subjects`` are all of them: what was found about a name that is no longer among them counts no more.
    """
    editions = editions_that_hold()
    lists = _digest([edition.pk for edition in editions])
    named = {(subject.role, _subject_digest(subject)): subject for subject in subjects if words_of(subject.name)}
    known = {
        (row.role, row.subject_digest): row
        for row in Screening.objects.filter(reference=reference, editions_digest=lists)
    }
    rows = [known.get(key) or _screen(reference, subject, editions, lists) for key, subject in named.items()]
    others = Screening.objects.filter(reference=reference).exclude(pk__in=[row.pk for row in rows])
    others.filter(is_current=True).update(is_current=False)
    Screening.objects.filter(pk__in=[row.pk for row in rows if not row.is_current]).update(is_current=True)
    return rows


def stopped(references: Collection[str]) -> set[str]:
    """Those of the references whose goods stay until a person has decided, or for good."""
    rows = Screening.objects.filter(reference__in=references, is_current=True, status__in=STOPS)
    return set(rows.values_list("reference", flat=True))


def _screen(reference: str, subject: Subject, editions: list[ListEdition], lists: str) -> Screening:
    found = _compare(subject, editions)
    hits = _digest(sorted(f"{party.edition.source} {party.uid}" for _match, party in found)) if found else ""
    facts = {
        "name": subject.name[:400],
        "country": subject.country,
        "hits_digest": hits,
        **_verdict(subject, editions, hits),
    }
    with transaction.atomic():
        row, created = Screening.objects.get_or_create(
            reference=reference,
            role=subject.role,
            subject_digest=_subject_digest(subject),
            editions_digest=lists,
            defaults=facts,
        )
        if created:
            ScreeningHit.objects.bulk_create(_hit(row, match, party) for match, party in found)
            if row.status == ScreeningStatus.HELD:
                publish(ScreeningHeld(screening_id=str(row.pk), reference=reference))
    return row


def _compare(subject: Subject, editions: list[ListEdition]) -> list[tuple[Match, ListedParty]]:
    if not editions:
        return []
    best = matches(subject.name, subject.country, index=index_of(editions), on=today_here())[:MOST_HITS]
    parties = ListedParty.objects.select_related("edition").prefetch_related("names")
    rows = parties.in_bulk([match.entry.party_id for match in best]) if best else {}
    return [(match, rows[match.entry.party_id]) for match in best if match.entry.party_id in rows]


def _verdict(subject: Subject, editions: list[ListEdition], hits: str) -> dict[str, object]:
    if not editions:
        return {"status": ScreeningStatus.UNSCREENED}
    if not hits:
        return {"status": ScreeningStatus.CLEAR}
    last = (
        Screening.objects.filter(subject_digest=_subject_digest(subject), hits_digest=hits)
        .exclude(status=ScreeningStatus.HELD)
        .order_by("-screened_at", "-id")
        .first()
    )
    if last is not None and last.status == ScreeningStatus.CLEARED:
        return {"status": ScreeningStatus.CLEARED, "cleared_like": last}
    return {"status": ScreeningStatus.HELD}


def _hit(row: Screening, match: Match, party: ListedParty) -> ScreeningHit:
    return ScreeningHit(
        screening=row,
        edition=party.edition,
        source=party.edition.source,
        uid=party.uid,
        kind=party.kind,
        listed_name=party.names.all()[0].name,
        matched_name=match.entry.name,
        score=Decimal(match.score).quantize(_THOUSANDTH),
        reasons=list(match.reasons),
        programs=party.programs,
        countries=party.countries,
        born=party.born,
    )


def _subject_digest(subject: Subject) -> str:
    return _digest([*words_of(subject.name), subject.country])


def _digest(values: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()
