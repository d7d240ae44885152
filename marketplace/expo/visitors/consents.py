"""What a visitor agrees to: ``set_consents`` says it, and the consent log gets it once the visitor has confirmed.

Before that nobody knows whether it was the visitor who typed the address, and what others agreed to is no consent.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.consents.purpose import ConsentPurpose as Purpose
from marketplace.accounts.consents.write import Agreed, end_consents, record_consents
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.log_contact import end_contacts
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent
from marketplace.expo.visitors.wording import wording_text, wordings_now

LOGGED = {purpose: Purpose(f"FAIR_{purpose}") for purpose in ConsentPurpose}
"""As the consent log calls them."""


def set_consents(*, visitor: Visitor, purposes: Collection[str], now: datetime, language: str = "") -> None:
    """Give those that are new under today's wording, take back those left out; the others stay as they were given.

    Runs under the visitor's lock. What was given is never overwritten: the rows tell when each was in force.
    ``language`` is the one in which they were read, the visitor's own unless said.
    """
    wanted = {ConsentPurpose(purpose) for purpose in purposes}
    in_force = VisitorConsent.objects.filter(visitor=visitor, withdrawn_at__isnull=True)
    given = set(in_force.values_list("purpose", flat=True))
    in_force.exclude(purpose__in=wanted).update(withdrawn_at=now)
    fresh = VisitorConsent.objects.bulk_create(
        VisitorConsent(
            visitor=visitor,
            purpose=purpose,
            wording_version=wording.version,
            language=language or visitor.language,
            given_at=now,
        )
        for purpose, wording in wordings_now().items()
        if purpose in wanted - given
    )
    if visitor.is_registered:
        end_logged([visitor], given - wanted, place=ConsentPlace.FAIR_VISIT, now=now)
        _log(visitor, fresh, ConsentPlace.FAIR_VISIT, now)


def log_confirmed(visitor: Visitor, *, now: datetime) -> None:
    """What was agreed to when registering counts from now on."""
    in_force = VisitorConsent.objects.filter(visitor=visitor, withdrawn_at__isnull=True)
    _log(visitor, in_force, ConsentPlace.FAIR_REGISTRATION, now)


def end_logged(
    visitors: Iterable[Visitor],
    purposes: Iterable[str] = tuple(ConsentPurpose),
    *,
    now: datetime,
    place: ConsentPlace | None = None,
) -> None:
    """They have taken it back at ``place``, or without one it is over. No exhibitor has a contact without the leads."""
    people, chosen = list(visitors), {LOGGED[ConsentPurpose(purpose)] for purpose in purposes}
    if not people or not chosen:
        return
    end_consents(map(key_of, people), purposes=chosen, place=place, now=now)
    if Purpose.FAIR_LEADS in chosen:
        end_contacts(Lead.objects.filter(visitor__in=people).values_list("pk", flat=True), place=place, now=now)


def key_of(visitor: Visitor) -> str:
    """What a visitor's consents are about, in the consent log."""
    return f"Visitor:{visitor.public_id}"


def _log(visitor: Visitor, consents: Iterable[VisitorConsent], place: ConsentPlace, now: datetime) -> None:
    by_language: dict[str, list[Agreed]] = {}
    for one in consents:
        text = wording_text(one.purpose, one.wording_version)
        agreed = Agreed(
            LOGGED[ConsentPurpose(one.purpose)], key_of(visitor), one.wording_version, text, visitor.expo.name
        )
        by_language.setdefault(one.language or visitor.language, []).append(agreed)
    for language, agreed_to in by_language.items():
        record_consents(agreed_to, email=visitor.email, user=visitor.user, language=language, place=place, now=now)
