"""A seller is reminded of what is due, asked for the day of customs, and told what was not taken."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from orders.events import TaxInvoiceMoved
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.hand_over import record_answer, send_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.letters.tax_invoice_news import announce_rejection, remind_of_tax_invoices
from orders.lifecycle.by import SYSTEM
from tests.factories.accounts import make_user
from tests.factories.sellers import make_member
from tests.orders.payouts.selling import earn
from tests.posted import posted

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def draft() -> TaxInvoice:
    part = earn()
    make_member(part.seller, user=make_user(language="en"))
    return draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=NOW)


def reminders(at: datetime) -> list[str]:
    known = len(posted())
    remind_of_tax_invoices(now=at)
    remind_of_tax_invoices(now=at)
    return sorted({str(letter.subject) for letter in posted()[known:]})


def test_reminders_in_their_order(draft: TaxInvoice) -> None:
    number = draft.seller_order.number
    assert reminders(NOW) == []
    assert reminders(NOW + timedelta(days=2)) == [f"Order {number}: when did customs release the goods?"]
    TaxInvoice.objects.update(due_on=date(2026, 11, 27))
    assert reminders(NOW + timedelta(days=1)) == []
    assert reminders(NOW + timedelta(days=2)) == [f"Order {number}: the tax invoice is due"]
    assert reminders(NOW + timedelta(days=3)) == []
    assert reminders(NOW + timedelta(days=4)) == [f"Order {number}: the tax invoice is overdue"]
    issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=NOW)
    assert reminders(NOW + timedelta(days=9)) == []


def test_a_rejection_is_told_with_its_words(draft: TaxInvoice) -> None:
    invoice = issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=NOW)
    event = TaxInvoiceMoved(invoice_id=str(invoice.pk), status="REJECTED")
    announce_rejection(event)
    assert not posted()
    for round_ in (1, 2):
        send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
        said = {"authority_code": "", "reason": "MST sai", "by": SYSTEM, "now": NOW}
        record_answer(invoice_id=invoice.pk, accepted=False, **said)
        for _twice in range(2):
            announce_rejection(event)
        owners = len({letter.to[0] for letter in posted()})
        assert len(posted()) == round_ * owners and "MST sai" in str(posted()[-1].body)
