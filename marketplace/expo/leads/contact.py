"""Which exhibitors scanned a visitor's badge and hold the contact, and how the visitor takes it back."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from marketplace.accounts.consents.purpose import ConsentPlace
from marketplace.expo.leads.lead import Lead
from marketplace.expo.leads.log_contact import end_contacts, log_contact
from marketplace.expo.locks import lock_visitor
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor


def leads_about(visitor: Visitor) -> QuerySet[Lead]:
    """The exhibitors that scanned this visitor's badge, with the contact or without; the latest meeting first."""
    met = Lead.objects.filter(visitor=visitor, forgotten_at__isnull=True)
    return met.select_related("exhibitor").order_by("-last_scanned_at", "-pk")


def withdraw_contact(*, visitor: Visitor, now: datetime, lead: Lead | None = None) -> int:
    """Take the contact back from one exhibitor, or from all that hold it; says from how many. It counts from now on."""
    with transaction.atomic():
        lock_visitor(visitor.pk)
        held = leads_about(visitor).filter(contact_given_at__isnull=False, contact_withdrawn_at__isnull=True)
        if lead is not None:
            held = held.filter(pk=lead.pk)
        chosen = list(held.values_list("pk", flat=True))
        end_contacts(chosen, place=ConsentPlace.FAIR_VISIT, now=now)
        return Lead.objects.filter(pk__in=chosen).update(contact_withdrawn_at=now)


def give_contact_again(*, visitor: Visitor, lead: Lead, now: datetime) -> bool:
    """Let one exhibitor that scanned the badge have the contact; says no while there is no consent to leads."""
    with transaction.atomic():
        lock_visitor(visitor.pk)
        consent = visitor.consents.filter(purpose=ConsentPurpose.LEADS, withdrawn_at__isnull=True).first()
        if consent is None or not visitor.is_registered:
            return False
        given = {"contact_given_at": now, "contact_wording": consent.wording_version, "contact_withdrawn_at": None}
        is_given = Lead.objects.filter(visitor=visitor, pk=lead.pk, forgotten_at__isnull=True).update(**given) > 0
        if is_given:
            log_contact(lead, consent, place=ConsentPlace.FAIR_VISIT, now=now)
        return is_given
