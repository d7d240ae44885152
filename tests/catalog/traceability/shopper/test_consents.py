"""Shoppers' consents are in the log: a warranty's once the address answered, a report's until the case is closed."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from catalog.traceability.shopper.consents import FAKE_REPORT, WARRANTY
from catalog.traceability.shopper.fakes.move import move_fake_report
from catalog.traceability.shopper.fakes.report import FakeState
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from catalog.traceability.shopper.warranty.forget import KEPT_AFTER_THE_END, forget_warranties
from catalog.traceability.shopper.warranty.register import WarrantyData, confirm_warranty, make_token, register_warranty
from catalog.traceability.shopper.warranty.terms import set_warranty_terms
from i18n.messages import gettext
from marketplace.accounts.consents.person import person_key
from marketplace.accounts.consents.record import ConsentRecord
from tests.factories.traceability import make_code

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAGES = Path(__file__).parents[4] / "frontend/storefront"


def said() -> list[tuple[str, str, str]]:
    return list(ConsentRecord.objects.order_by("pk").values_list("purpose", "change", "place"))


@pytest.mark.django_db
def test_a_warranty_is_consented_to_when_the_letter_was_answered_and_until_it_is_over() -> None:
    code = make_code()
    set_warranty_terms(product=code.lot.variant.product, months=24)
    typed = WarrantyData(email="Anna@Example.org", bought_on=date(2026, 11, 2), consents=True, language="nl")
    row = register_warranty(code=code, data=typed, now=NOW)
    assert said() == []
    for _again in range(2):
        confirm_warranty(token=make_token(row), now=NOW)
    record = ConsentRecord.objects.get()
    assert (record.person, record.about_name) == (person_key("anna@example.org"), code.lot.seller.name)
    assert (record.language, record.wording) == ("nl", gettext("nl", WARRANTY))
    over = datetime.combine(row.ends_on, datetime.min.time(), UTC) + KEPT_AFTER_THE_END + timedelta(days=1)
    assert forget_warranties(now=over) == 1
    assert said() == [("WARRANTY", "GIVEN", "WARRANTY_FORM"), ("WARRANTY", "ENDED", "")]


@pytest.mark.django_db
def test_who_reports_a_fake_may_be_asked_until_the_case_is_closed() -> None:
    report_fake(data=FakeData(code="ABC-0", bought_at="Chợ Ví Dụ"), photo=None, now=NOW)
    assert said() == [], "without an address nothing is agreed to"
    told = FakeData(code="ABC-1", bought_at="Chợ Ví Dụ", contact_email="a@example.org", language="vi")
    row = report_fake(data=told, photo=None, now=NOW)
    for state in (FakeState.LOOKED_INTO, FakeState.CONFIRMED):
        move_fake_report(report=row, state=state, note="", by=None, by_operator=True)
    assert said() == [("FAKE_REPORT", "GIVEN", "FAKE_REPORT_FORM"), ("FAKE_REPORT", "ENDED", "")]


def test_the_wordings_are_those_that_the_pages_show() -> None:
    assert f'_("{WARRANTY}")' in (PAGES / "trace_warranty.html").read_text(encoding="utf-8")
    assert f'_("{FAKE_REPORT}")' in (PAGES / "report_fake.html").read_text(encoding="utf-8")
