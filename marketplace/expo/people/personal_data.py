"""What exhibiting holds about a person: giving it to them, and letting go of it."""

from typing import Any

from django.utils import timezone

from catalog.refusal import Refused
from i18n.messages import gettext_noop as _
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import ErasureRefused, register_erasure, register_export
from marketplace.expo.applications.application import OPEN, FairApplication
from marketplace.expo.applications.forget import strip_application
from marketplace.expo.applications.submit import withdraw_application
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.people.invitation import ExhibitorInvitation
from marketplace.expo.people.member import ExhibitorMember
from marketplace.expo.people.members import remove_exhibitor_member

LAST = _("You are the only one who decides for an exhibitor of a coming fair. Make somebody else its manager first.")
KEPT = _(
    "Contracts and invoices of fairs are kept with the names on them for as long as accounting law has them kept"
    " (Law on Accounting 88/2015/QH13)."
)


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("fairs", export_exhibiting)
    register_erasure("expo_exhibiting", erase_exhibiting)


def export_exhibiting(user: User) -> dict[str, Any]:
    members = ExhibitorMember.objects.filter(user=user).select_related("exhibitor__expo").order_by("pk")
    invitations = ExhibitorInvitation.objects.filter(email=user.email).select_related("exhibitor").order_by("pk")
    applications = FairApplication.objects.filter(user=user).select_related("expo").order_by("pk")
    contracts = FairContract.objects.filter(accepted_by=user).select_related("paper").order_by("pk")
    return {
        "memberships": [
            {"fair": row.exhibitor.expo.name, "exhibitor": row.exhibitor.name, "role": row.role} for row in members
        ],
        "invitations": [
            {"exhibitor": row.exhibitor.name, "role": row.role, "sentAt": row.sent_at.isoformat()}
            for row in invitations
        ],
        "applications": [_application(row) for row in applications],
        "contractsAccepted": [
            {"number": row.paper.number, "as": row.accepted_name, "at": row.accepted_at.isoformat()}
            for row in contracts
            if row.accepted_at is not None
        ],
    }


def _application(row: FairApplication) -> dict[str, Any]:
    names = ("status", "name", "tax_code", "address", "contact_name", "email", "phone", "note", "language")
    return {"fair": row.expo.name, "at": row.created_at.isoformat(), **{name: getattr(row, name) for name in names}}


def erase_exhibiting(user: User) -> list[str]:
    """Memberships and invitations go, open applications are withdrawn, decided ones lose the person.

    Refuses to leave an exhibitor of a coming fair with nobody who decides.
    """
    now, today = timezone.now(), today_here()
    for member in ExhibitorMember.objects.filter(user=user).select_related("exhibitor__expo").order_by("exhibitor_id"):
        if member.exhibitor.expo.ends_on < today:
            member.delete()
            continue
        try:
            remove_exhibitor_member(member=member)
        except Refused:
            raise ErasureRefused(LAST) from None
    ExhibitorInvitation.objects.filter(email=user.email).delete()
    applications = FairApplication.objects.filter(user=user).order_by("pk")
    for application in applications.filter(status__in=OPEN):
        withdraw_application(application=application, by=user, now=now)
    is_kept = applications.filter(exhibitor__isnull=False).exists()
    for application in applications:
        strip_application(application)
    return [KEPT] if is_kept else []
