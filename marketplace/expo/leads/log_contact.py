"""That an exhibitor has a visitor's contact, in the consent log: by itself, because it is taken back by itself."""

from collections.abc import Iterable
from datetime import datetime

from marketplace.accounts.consents.purpose import ConsentPlace, ConsentPurpose
from marketplace.accounts.consents.write import Agreed, end_consents, record_consents
from marketplace.expo.leads.lead import Lead
from marketplace.expo.visitors.visitor import VisitorConsent
from marketplace.expo.visitors.wording import wording_text


def log_contact(lead: Lead, consent: VisitorConsent, *, place: ConsentPlace, now: datetime) -> None:
    """The exhibitor of the lead has the contact from now on, under the visitor's consent to leads."""
    visitor = lead.visitor
    words = wording_text(consent.purpose, consent.wording_version)
    agreed = Agreed(
        ConsentPurpose.FAIR_CONTACT, contact_key(lead.pk), consent.wording_version, words, lead.exhibitor.name
    )
    language = consent.language or visitor.language
    record_consents([agreed], email=visitor.email, user=visitor.user, language=language, place=place, now=now)


def end_contacts(lead_ids: Iterable[int], *, now: datetime, place: ConsentPlace | None = None) -> None:
    """The visitor took it back at ``place``; without one the lead is forgotten."""
    end_consents(map(contact_key, lead_ids), place=place, now=now)


def contact_key(lead_id: int) -> str:
    """What a contact's consent is about, in the consent log."""
    return f"Lead:{lead_id}"
