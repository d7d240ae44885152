"""What visitors of fairs agreed to before there was a consent log, and which exhibitors had their contact.

The version of the words was kept; the language in which they were read not always. Words count as read where both are
known.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from marketplace.accounts.consents.carry_over import Earlier, Source, register_source
from marketplace.accounts.consents.purpose import ConsentPurpose as Purpose
from marketplace.accounts.consents.write import Agreed
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.log_contact import contact_key
from marketplace.expo.visitors.consents import LOGGED, key_of
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent
from marketplace.expo.visitors.wording import wording_text


def register() -> None:
    """Tell accounts that there is something here."""
    register_source(Source(_visitors, _of_visitors))


def _visitors() -> QuerySet[Visitor]:
    leads = Lead.objects.filter(contact_given_at__isnull=False, forgotten_at__isnull=True).select_related("exhibitor")
    known = Visitor.objects.filter(confirmed_at__isnull=False, forgotten_at__isnull=True).exclude(email="")
    consents = VisitorConsent.objects.order_by("given_at", "pk")
    return known.select_related("expo", "user").prefetch_related(
        Prefetch("consents", consents), Prefetch("leads", leads)
    )


def _of_visitors(visitors: Sequence[Visitor]) -> Iterator[Earlier]:
    for visitor in visitors:
        consents = list(visitor.consents.all())
        for consent in consents:
            yield from _consent(visitor, consent)
        for lead in visitor.leads.all():
            yield from _contact(visitor, lead, [one for one in consents if one.purpose == ConsentPurpose.LEADS])


def _consent(visitor: Visitor, consent: VisitorConsent) -> Iterator[Earlier]:
    """It counts from when the address was confirmed."""
    if visitor.confirmed_at is not None:
        agreed = _agreed(LOGGED[ConsentPurpose(consent.purpose)], key_of(visitor), consent, visitor.expo.name)
        given_at = max(consent.given_at, visitor.confirmed_at)
        yield from _earlier(visitor, consent, agreed, given_at, _first(consent.withdrawn_at, visitor.withdrawn_at))


def _contact(visitor: Visitor, lead: Lead, consents: Sequence[VisitorConsent]) -> Iterator[Earlier]:
    """Under the consent to leads that stood when the badge was scanned, and no longer than that one."""
    given_at = lead.contact_given_at
    stood = [one for one in consents if given_at is not None and one.given_at <= given_at]
    if stood and given_at is not None:
        agreed = _agreed(Purpose.FAIR_CONTACT, contact_key(lead.pk), stood[-1], lead.exhibitor.name)
        end = _first(lead.contact_withdrawn_at, stood[-1].withdrawn_at, visitor.withdrawn_at)
        yield from _earlier(visitor, stood[-1], agreed, given_at, end)


def _agreed(purpose: Purpose, about: str, consent: VisitorConsent, name: str) -> Agreed:
    words = wording_text(consent.purpose, consent.wording_version)
    return Agreed(purpose, about, consent.wording_version, words, name)


def _earlier(
    visitor: Visitor, consent: VisitorConsent, agreed: Agreed, given_at: datetime, end: datetime | None
) -> Iterator[Earlier]:
    """Nothing for what was taken back before it counted."""
    if end is None or end > given_at:
        yield Earlier(agreed, given_at, visitor.email, visitor.user, consent.language, end)


def _first(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
