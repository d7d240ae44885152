"""What happens to codes outside, at the seller's desk and at the operator's."""

from catalog.traceability.shopper.fakes.report import FakeReport
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.warranty.terms import WarrantyTerms
from marketplace.graphql import to_global_id
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def test_what_shoppers_did_is_told_and_answered(desk: Desk, owner: Person) -> None:
    told = desk.scanned
    html = owner.see("scans")
    assert "Lời kín" in html and "Chợ Ví Dụ" in html and told["warranty"].email in html
    assert told["unconfirmed"].email not in html
    alert = to_global_id("ScanAlert", told["scan_alert"].pk)
    assert owner.done("scans", "acknowledge", alert=alert, **{f"note-{alert}": "Nhãn thật"})
    assert ScanAlert.objects.get(pk=told["scan_alert"].pk).note == "Nhãn thật"
    case = to_global_id("FakeReport", told["fake_report"].pk)
    assert owner.done("scans", "move", report=case, **{f"state-{case}": "CONFIRMED", f"note-{case}": ""})
    assert FakeReport.objects.get(pk=told["fake_report"].pk).state == "CONFIRMED"
    again = owner.refused("scans", "move", report=case, **{f"state-{case}": "DISMISSED", f"note-{case}": ""})
    assert "has moved on" in again
    product = to_global_id("Product", desk.chair.product_id)
    assert owner.done("scans", "promise", product=product, months="36")
    assert WarrantyTerms.objects.get(product=desk.chair.product_id).months == 36
    assert "from 0 to 600" in owner.refused("scans", "promise", product=product, months="601")


def test_packers_see_no_addresses_of_buyers(desk: Desk, packer: Person) -> None:
    html = packer.see("scans")
    assert desk.scanned["warranty"].email not in html
    assert 'value="promise"' not in html
