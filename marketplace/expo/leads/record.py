"""A scanned badge becomes a lead.

1. A moment whose ``client_id`` is known was recorded before: its lead is the answer and nothing changes.
2. The badge is a visitor's, of this fair, and was good when it was scanned.
3. One lead per exhibitor and visitor; each scan is a further moment of it.
4. The visitor's consent to leads, if it stood at that moment, lets this exhibitor see the contact; without it the lead
   says no more than the country. A contact that the visitor took back from this exhibitor stays taken back.
5. What was noted now goes into the lead: a note is added below the earlier ones, the rest replaces what was there.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo import texts
from marketplace.expo.badges.badge import Badge, any_badge, find_badge
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.leads.events import LeadRecorded
from marketplace.expo.leads.lead import Lead, LeadScan
from marketplace.expo.leads.log_contact import log_contact
from marketplace.expo.leads.notes import LONGEST_NOTE, LeadNotes, notes_problems
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent

LATEST_ARRIVAL = timedelta(days=30)
"""A telephone that was offline longer than that has nothing to tell any more."""


def record_lead(
    *,
    exhibitor: Exhibitor,
    code: str,
    client_id: UUID,
    scanned_at: datetime,
    by: User | None,
    notes: LeadNotes | None = None,
    now: datetime | None = None,
) -> Lead:
    """The exhibitor's lead of the visitor whose badge has ``code``. Recording a moment twice records it once.

    Raises `Refused`.
    """
    given, now = notes or LeadNotes(), now or timezone.now()
    moment = min(scanned_at, now)
    with transaction.atomic():
        lock_exhibitor(exhibitor.pk)
        known = LeadScan.objects.filter(exhibitor=exhibitor, client_id=client_id).select_related("lead").first()
        if known is not None:
            return known.lead
        badge, visitor = _holder(exhibitor, code, moment, now)
        values = {name: getattr(given, name) for name in LeadNotes.__slots__}
        refuse_any(notes_problems(values, exhibitor_id=exhibitor.pk, today=min(day_here(moment), day_here(now))))
        lead = _lead(exhibitor, visitor, moment)
        LeadScan.objects.create(
            lead=lead, exhibitor=exhibitor, client_id=client_id, badge=badge, scanned_at=moment, received_at=now, by=by
        )
        _note(lead, given)
        _take_contact(lead, visitor, moment, now)
        lead.save()
        publish(LeadRecorded(lead_id=lead.pk))
    return lead


def _holder(exhibitor: Exhibitor, code: str, moment: datetime, now: datetime) -> tuple[Badge, Visitor]:
    if moment < now - LATEST_ARRIVAL:
        raise Refused(texts.invalid("scanned_at", _("This was scanned more than %(days)s days ago."), days=30))
    badge = find_badge(code[:200], expo=exhibitor.expo, at=moment)
    if badge is None:
        if any_badge(code[:200], expo=exhibitor.expo) is not None:
            raise Refused(Problem("code", "BADGE_VOID", _("This badge is not valid any more.")))
        raise Refused(Problem("code", "NOT_FOUND", _("This is no badge of this fair.")))
    visitor = badge.visitor
    if visitor is None or not visitor.is_registered:
        raise Refused(Problem("code", "NOT_A_VISITOR", _("This is not the badge of a visitor.")))
    return badge, visitor


def _lead(exhibitor: Exhibitor, visitor: Visitor, moment: datetime) -> Lead:
    lead, fresh = Lead.objects.get_or_create(
        exhibitor=exhibitor, visitor=visitor, defaults={"scanned_at": moment, "last_scanned_at": moment}
    )
    if not fresh:
        lead.scanned_at, lead.last_scanned_at = min(lead.scanned_at, moment), max(lead.last_scanned_at, moment)
    return lead


def _note(lead: Lead, given: LeadNotes) -> None:
    said = texts.tidy(given.note, lines=True)
    if said and said not in lead.note.split("\n\n"):
        # What is too long together keeps the latest words.
        lead.note = "\n\n".join(part for part in (lead.note, said) if part)[-LONGEST_NOTE:]
    lead.rating = given.rating or lead.rating
    lead.follow_up_on = given.follow_up_on or lead.follow_up_on
    lead.exhibits.add(*given.exhibit_ids)


def _take_contact(lead: Lead, visitor: Visitor, moment: datetime, now: datetime) -> None:
    consents = VisitorConsent.objects.filter(visitor=visitor, purpose=ConsentPurpose.LEADS, given_at__lte=moment)
    consent = consents.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)).order_by("given_at").last()
    if consent is not None and (lead.contact_given_at is None or lead.contact_given_at < consent.given_at):
        lead.contact_given_at, lead.contact_wording = moment, consent.wording_version
        if consent.withdrawn_at is None and lead.contact_withdrawn_at is None:
            log_contact(lead, consent, place=ConsentPlace.FAIR_STAND, now=now)
