"""What the codes of goods hold about a person: warranties and reports that were made with the address of an account."""

from __future__ import annotations

from typing import Any

from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from marketplace.accounts.models import User


def export_shopper(user: User) -> dict[str, Any]:
    """Nothing for an address that nobody has confirmed to be the account's."""
    if not user.is_confirmed:
        return {"warranties": [], "fakeReports": []}
    warranties = WarrantyRegistration.objects.filter(email=user.email, confirmed_at__isnull=False).order_by("pk")
    reports = FakeReport.objects.filter(contact_email=user.email).order_by("pk")
    return {
        "warranties": [
            {"code": row.code_id, "boughtOn": row.bought_on.isoformat(), "endsOn": row.ends_on.isoformat()}
            for row in warranties
        ],
        "fakeReports": [{"code": row.typed_code, "boughtAt": row.bought_at, "text": row.text} for row in reports],
    }


def erase_shopper(user: User) -> None:
    """Registrations go; a report stays a case, without the address. Call it in the transaction of the erasure."""
    if not user.is_confirmed:
        return
    WarrantyRegistration.objects.filter(email=user.email).delete()
    FakeReport.objects.filter(contact_email=user.email).update(contact_email="")
