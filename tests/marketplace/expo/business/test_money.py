"""From the lines of an invoice to the last đồng that is owed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.money import Money
from i18n.today import today_here
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.expo.booths import assign_booth
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.invoices.balance import InvoiceState, balance_of
from marketplace.expo.invoices.credit import credit_invoice
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.invoices.lines import EXTRA, LineDraft
from marketplace.expo.invoices.pay import record_payment, withdraw_payment
from marketplace.expo.invoices.remind import remind_of_fair_invoices
from marketplace.expo.models import Exhibitor
from tests.factories.expo import make_booth, make_hall
from tests.factories.fair_business import make_contracted, make_open_fair

pytestmark = pytest.mark.django_db
DONG = "VND"


def dong(amount: int) -> Money:
    return Money(Decimal(amount), DONG)


def bill(exhibitor: Exhibitor, *extras: LineDraft, with_standard: bool = True) -> FairInvoice:
    return issue_invoice(
        exhibitor=exhibitor, currency=DONG, extras=extras, with_standard=with_standard, by=None, now=timezone.now()
    )


def test_an_invoice_is_what_was_applied_for_with_the_tax_of_its_day() -> None:
    exhibitor = make_contracted(
        power_kilowatts=Decimal("2.5"), needs_water=True, co_exhibitors=[{"name": "Bạn Hàng Ví Dụ"}]
    )
    invoice = bill(exhibitor)
    lines = {line.kind: line.amount for line in invoice.lines.all()}
    assert lines == {
        "REGISTRATION": 1_000_000,
        "PACKAGE": 5_000_000,
        "SQUARE_METRE": 36_000_000,
        "POWER": 1_000_000,
        "WATER": 900_000,
        "CO_EXHIBITOR": 1_500_000,
    }
    assert invoice.net == dong(45_400_000)
    assert invoice.vat == (invoice.net * invoice.vat_rate).quantize()
    assert "QH15" in invoice.vat_basis
    assert invoice.due_on == today_here() + timedelta(days=14)


def test_a_booth_without_a_price_of_its_own_costs_the_packages_square_metres() -> None:
    exhibitor = make_contracted()
    booth = make_booth(make_hall(exhibitor.expo), "A01", width=4, depth=3)
    assign_booth(booth=booth, exhibitor=exhibitor)
    lines = {line.kind: (line.quantity, line.amount) for line in bill(exhibitor).lines.all()}
    assert lines["SQUARE_METRE"] == (Decimal(12), Decimal(24_000_000))


def test_what_was_applied_for_is_billed_once_until_it_is_credited_whole() -> None:
    exhibitor = make_contracted()
    first = bill(exhibitor)
    with pytest.raises(Refused, match="UNIQUE"):
        bill(exhibitor)
    chairs = LineDraft(EXTRA, "Ghế", Decimal(10), dong(50_000))
    assert bill(exhibitor, chairs, with_standard=False).net == dong(500_000)
    credit_invoice(invoice=first, net=dong(1_000_000), reason="Sai", by=None, now=timezone.now())
    with pytest.raises(Refused, match="UNIQUE"):
        bill(exhibitor)
    credit_invoice(invoice=first, net=None, reason="Sai", by=None, now=timezone.now())
    assert balance_of(first).state(first.due_on, today_here()) == InvoiceState.CREDITED
    assert bill(exhibitor).net == first.net


def test_numbers_follow_each_other_without_a_gap_within_their_fair() -> None:
    expo = make_open_fair()
    first, second = make_contracted(expo), make_contracted(expo)
    numbers = [bill(first).paper.number]
    with pytest.raises(Refused):
        bill(first)
    numbers.append(bill(second).paper.number)
    other = bill(make_contracted())
    prefix = f"HC{expo.pk}"
    assert numbers == [f"{prefix}-INV-0001", f"{prefix}-INV-0002"]
    assert other.paper.sequence == 1
    assert list(FairPaper.objects.filter(expo=expo, kind="CONTRACT").values_list("sequence", flat=True)) == [1, 2]


def test_payments_in_parts_and_too_much_are_taken_and_shown() -> None:
    invoice = bill(make_contracted())
    half = invoice.gross.allocate([1, 1])[0]

    def pay(money: Money, reference: str) -> InvoiceState:
        record_payment(
            invoice=invoice, money=money, paid_on=today_here(), reference=reference, by=None, now=timezone.now()
        )
        return balance_of(invoice).state(invoice.due_on, today_here())

    assert pay(half, "FT1") == InvoiceState.PARTLY_PAID
    with pytest.raises(Refused, match="UNIQUE"):
        pay(half, "FT1")
    assert pay(invoice.gross - half, "FT2") == InvoiceState.PAID
    assert pay(dong(7), "FT3") == InvoiceState.OVERPAID
    assert balance_of(invoice).overpaid == dong(7)
    withdraw_payment(payment=invoice.payments.get(reference="FT3"), reason="Của người khác", now=timezone.now())
    assert not balance_of(invoice).overpaid
    for wrong in (dong(0), Money(Decimal("1.5"), DONG), Money(Decimal(1), "EUR")):
        with pytest.raises(Refused):
            pay(wrong, "FT9")
    with pytest.raises(Refused):
        record_payment(
            invoice=invoice,
            money=dong(1),
            paid_on=today_here() + timedelta(days=1),
            reference="FT10",
            by=None,
            now=timezone.now(),
        )


def test_credit_notes_never_exceed_their_invoice() -> None:
    invoice = bill(make_contracted())
    note = credit_invoice(invoice=invoice, net=dong(333_333), reason="Giảm", by=None, now=timezone.now())
    assert note.net == dong(-333_333)
    assert note.vat == -(dong(333_333) * invoice.vat_rate).quantize()
    for too_much in (invoice.net, dong(0), dong(-5)):
        with pytest.raises(Refused):
            credit_invoice(invoice=invoice, net=too_much, reason="Giảm", by=None, now=timezone.now())
    with pytest.raises(Refused):
        credit_invoice(invoice=note, net=None, reason="Giảm", by=None, now=timezone.now())
    credit_invoice(invoice=invoice, net=None, reason="Hết", by=None, now=timezone.now())
    assert not balance_of(invoice).owed
    assert balance_of(invoice).credited == invoice.gross


def test_reminders_go_out_once_per_stage_and_not_to_who_has_paid() -> None:
    invoice = bill(make_contracted())
    start = timezone.now()

    def told(days: int) -> int:
        return remind_of_fair_invoices(start + timedelta(days=days))

    assert [told(1), told(11), told(11), told(12), told(15), told(20), told(28), told(40), told(90)] == [
        0, 1, 0, 0, 1, 0, 1, 0, 0
    ]  # fmt: skip
    kinds = list(OutgoingLetter.objects.filter(kind__contains="INVOICE").values_list("kind", flat=True))
    assert kinds.count("FAIR_INVOICE_OVERDUE") == 2
    assert kinds.count("FAIR_INVOICE_DUE_SOON") == 1
    paid = bill(make_contracted())
    record_payment(invoice=paid, money=paid.gross, paid_on=today_here(), reference="X", by=None, now=timezone.now())
    assert told(15) == 0
    assert invoice.gross
