"""What shoppers leave behind a code, for tests."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.traceability.lot import Lot
from catalog.traceability.shopper.fakes.move import move_fake_report
from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from catalog.traceability.shopper.feedback.give import give_feedback
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.scan_count import ScanCount
from catalog.traceability.shopper.warranty.register import WarrantyData, confirm_warranty, make_token, register_warranty
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from catalog.traceability.shopper.warranty.terms import set_warranty_terms
from tests.factories.accounts import make_user
from tests.factories.traceability import make_code

_number = count(1)


def make_alert(lot: Lot, **overrides: Any) -> ScanAlert:
    now = timezone.now()
    values = {"rule": "FAST_PACE", "scans": 40, "countries": ["NL"], "since": now.date(), "raised_at": now, **overrides}
    return ScanAlert.objects.create(seller=lot.seller, code=make_code(lot), **values)


def make_fake_report(lot: Lot) -> FakeReport:
    data = FakeData(code=make_code(lot).code, bought_at="Chợ Ví Dụ", country="VN", contact_email="kin@example.org")
    report = report_fake(data=data, photo=None, now=timezone.now())
    return move_fake_report(report=report, state="LOOKED_INTO", note="Kín", by=make_user(), by_operator=False)


def make_registration(lot: Lot, *, is_confirmed: bool = True) -> WarrantyRegistration:
    set_warranty_terms(product=lot.variant.product, months=24)
    code, now = make_code(lot), timezone.now()
    data = WarrantyData(email=f"kin-{next(_number)}@example.org", bought_on=now.date(), consents=True, language="nl")
    row = register_warranty(code=code, data=data, now=now)
    if is_confirmed:
        row.confirmed_at = now
        row.save(update_fields=["confirmed_at"])
    return row


def make_warranty(email: str) -> WarrantyRegistration:
    """Confirmed by who owns the address, with the consent in the log."""
    now, code = timezone.now(), make_code()
    set_warranty_terms(product=code.lot.variant.product, months=24)
    typed = WarrantyData(email=email, bought_on=now.date(), consents=True, language="nl")
    return confirm_warranty(token=make_token(register_warranty(code=code, data=typed, now=now)), now=now)


def make_shoppers(lot: Lot) -> dict[str, Any]:
    """One of everything, the lot's own people alone should know of."""
    now = timezone.now()
    code = make_code(lot)
    ScanCount.objects.create(code=code, day=now.date() - timedelta(days=1), country="NL", count=3)
    return {
        "scan_alert": make_alert(lot),
        "looked_into": make_alert(lot, acknowledged_at=now, acknowledged_by=make_user()),
        "fake_report": make_fake_report(lot),
        "feedback": give_feedback(code=code, rating=4, text="Lời kín", language="vi", now=now),
        "warranty": make_registration(lot),
        "unconfirmed": make_registration(lot, is_confirmed=False),
    }
