"""What leads hold about a person: as a visitor whose badge was scanned, and as who scanned badges."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.expo.leads.lead import Lead, LeadExport, LeadScan
from marketplace.expo.leads.log_contact import end_contacts
from marketplace.expo.visitors.events import VisitorWithdrawn
from marketplace.expo.visitors.personal_data import visits_of


def register() -> None:
    """Tell accounts that there is something here."""
    # Its name puts it before "expo_visitors", which empties the visitors and takes them from their accounts.
    register_export("exhibitor_leads", export_lead_data)
    register_erasure("exhibitor_leads", erase_leads)


def export_lead_data(user: User) -> dict[str, Any]:
    """Who scanned the person's badge, and how often the person scanned others'; the notes are the exhibitors' own."""
    met = (
        Lead.objects.filter(visitor__in=visits_of(user)).select_related("exhibitor__expo").order_by("scanned_at", "pk")
    )
    return {
        "scannedBy": [
            {
                "fair": lead.exhibitor.expo.name,
                "exhibitor": lead.exhibitor.name,
                "at": lead.scanned_at.isoformat(),
                "contactGivenAt": lead.contact_given_at.isoformat() if lead.contact_given_at else None,
                "contactWithdrawnAt": lead.contact_withdrawn_at.isoformat() if lead.contact_withdrawn_at else None,
            }
            for lead in met
        ],
        "scanned": LeadScan.objects.filter(by=user).count(),
        "exported": [
            {"at": row.at.isoformat(), "leads": row.leads} for row in LeadExport.objects.filter(by=user).order_by("at")
        ],
    }


def erase_leads(user: User) -> list[str]:
    """Exhibitors lose contact and notes of the person; that a badge was scanned stays a number without a name."""
    forget_leads_of(visits_of(user).values_list("pk", flat=True))
    LeadScan.objects.filter(by=user).update(by=None)
    LeadExport.objects.filter(by=user).update(by=None)
    return []


def forget_withdrawn(event: VisitorWithdrawn) -> None:
    """Reaction: who withdrew from the fair is forgotten, and a note may name the person as well."""
    forget_leads_of([event.visitor_id])


def forget_leads_of(visitor_ids: Iterable[int]) -> None:
    now, leads = timezone.now(), Lead.objects.filter(visitor__in=list(visitor_ids), forgotten_at__isnull=True)
    end_contacts(leads.values_list("pk", flat=True), now=now)
    leads.update(forgotten_at=now, note="", follow_up_on=None)
