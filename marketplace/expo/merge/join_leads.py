"""Two leads of one visitor become one when their exhibitors do."""

from django.utils import timezone

from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.expo.exhibitor import Exhibit
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.log_contact import end_contacts, log_contact
from marketplace.expo.merge.moves import follow
from marketplace.expo.visitors.visitor import ConsentPurpose


def join_leads(left: Lead, kept: Lead) -> None:
    """Notes are joined, the earlier one first, and never cut; what else both have is as who stays has it.

    A day to follow up and that it was done belong together. A contact that the visitor took back from either stays
    taken back; of two consents the later one counts.
    """
    first, second = sorted((kept, left), key=lambda lead: (lead.scanned_at, lead.pk))
    kept.note = _joined(first.note, second.note)
    kept.rating = kept.rating or left.rating
    if kept.follow_up_on is None and kept.followed_up_at is None:
        kept.follow_up_on, kept.followed_up_at = left.follow_up_on, left.followed_up_at
    kept.scanned_at = min(kept.scanned_at, left.scanned_at)
    kept.last_scanned_at = max(kept.last_scanned_at, left.last_scanned_at)
    _take_contact(left, kept)
    kept.forgotten_at = kept.forgotten_at and left.forgotten_at
    kept.save()
    kept.exhibits.add(*left.exhibits.all())
    _log_contact(left, kept)
    follow(left, kept)


def _joined(first: str, second: str) -> str:
    """Paragraphs that both have stand once."""
    paragraphs = [part for note in (first, second) for part in note.split("\n\n") if part]
    return "\n\n".join(dict.fromkeys(paragraphs))


def _take_contact(left: Lead, kept: Lead) -> None:
    before, after = kept.contact_given_at, left.contact_given_at
    if after is not None and (before is None or after > before):
        kept.contact_given_at, kept.contact_wording = after, left.contact_wording
    kept.contact_withdrawn_at = kept.contact_withdrawn_at or left.contact_withdrawn_at


def _log_contact(left: Lead, kept: Lead) -> None:
    now, is_held = timezone.now(), kept.contact_withdrawn_at is None and kept.forgotten_at is None
    consent = kept.visitor.consents.filter(purpose=ConsentPurpose.LEADS, withdrawn_at__isnull=True).first()
    if kept.contact_given_at is not None and is_held and consent is not None:
        log_contact(kept, consent, place=ConsentPlace.FAIR_STAND, now=now)
    else:
        end_contacts([kept.pk], now=now)
    end_contacts([left.pk], now=now)


def name_other_exhibit(left: Exhibit, kept: Exhibit) -> None:
    """Leads that named the exhibit that goes name its twin."""
    for lead in Lead.objects.filter(exhibits=left):
        lead.exhibits.add(kept)
