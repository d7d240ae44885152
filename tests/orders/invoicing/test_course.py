"""The course of a tax invoice: drafted when the goods left, issued, handed over, corrected."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from i18n.money import Money
from marketplace.sellers.seller import EntityType
from orders.events import RefundOwed, SellerOrderDelivered, SellerOrderShipped
from orders.invoicing.adjust import NothingToAdjust, adjust_tax_invoice
from orders.invoicing.clear import ImpossibleClearance, note_clearance
from orders.invoicing.draft import (
    NotShippedYet,
    draft_shipped,
    draft_tax_invoice,
    follow_refund,
    set_due_on_arrival,
)
from orders.invoicing.hand_over import record_answer, send_tax_invoice
from orders.invoicing.issue import NothingToInvoice, issue_tax_invoice
from orders.invoicing.replace import replace_tax_invoice
from orders.invoicing.states import INVOICE_MOVES, IllegalInvoiceMove, InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceForm, InvoiceKind, TaxInvoice
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund, RefundReason
from tests.factories.orders import make_chair, make_paid_order
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, give_back

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=HERE)
S = InvoiceStatus


def drafted(part: SellerOrder | None = None, **earned: Any) -> TaxInvoice:
    part = part or earn(**earned)
    return draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=timezone.now())


def issued(draft: TaxInvoice) -> TaxInvoice:
    return issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=NOW)


def accepted(invoice: TaxInvoice) -> TaxInvoice:
    send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
    return record_answer(invoice_id=invoice.pk, accepted=True, authority_code="MCQT-1", reason="", by=SYSTEM, now=NOW)


def refunded(part: SellerOrder, amount: str, key: str) -> None:
    give_back(part, amount, key=key)
    follow_refund(RefundOwed(refund_id=str(Refund.objects.get(key=key).pk)))


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_an_export_of_an_enterprise_has_no_tax_and_waits_for_customs() -> None:
    part = earn(make_seller(entity_type=EntityType.ENTERPRISE), price="100.00")
    invoice = drafted(part)
    assert (invoice.form, invoice.is_export, invoice.due_on) == (InvoiceForm.VAT, True, None)
    goods, freight = invoice.lines.all()
    assert (goods.quantity, goods.vat_percent, goods.total) == (1, 0, eur("100.00"))
    assert "article 9(1)" in goods.vat_basis
    assert (freight.kind, freight.total.amount) == ("FREIGHT", part.shipping_amount)
    assert invoice.total.amount == part.total_amount and not invoice.tax
    assert invoice.seller_party["tax_id"] == part.seller.tax_code
    assert invoice.buyer_party["phone"] == "" and invoice.buyer_party["city"] == "UTRECHT"


def test_a_sale_at_home_contains_its_tax_and_a_household_writes_none() -> None:
    home = drafted(earn(make_seller(entity_type=EntityType.ENTERPRISE), price="108.00", country="VN"))
    goods = home.lines.first()
    assert goods is not None and (goods.net, goods.tax, goods.vat_percent) == (eur("100.00"), eur("8.00"), 8)
    assert home.net + home.tax == home.total
    small = drafted(earn(make_seller(entity_type=EntityType.HOUSEHOLD), price="108.00", country="VN"))
    assert small.form == InvoiceForm.SALES and not small.tax and small.net == small.total
    assert {line.vat_percent for line in small.lines.all()} == {None}


def test_the_rule_of_the_day() -> None:
    """An export the next working day after customs, at the latest after the arrival; a sale at home with the goods."""
    part = earn(country="NL")
    invoice = drafted(part)
    order = part.order
    order.created_at = datetime(2026, 11, 16, 9, 0, tzinfo=HERE)
    order.save(update_fields=["created_at"])
    friday = note_clearance(invoice_id=invoice.pk, day=date(2026, 11, 20), by=SYSTEM, now=NOW)
    assert (friday.due_on, friday.due_checked) == (date(2026, 11, 23), False)
    assert "254/2026" in friday.due_basis
    for day in (date(2026, 11, 15), date(2026, 11, 25)):
        with pytest.raises(ImpossibleClearance):
            note_clearance(invoice_id=invoice.pk, day=day, by=SYSTEM, now=NOW)
    home = drafted(earn(country="VN"))
    with pytest.raises(ImpossibleClearance):
        note_clearance(invoice_id=home.pk, day=date(2026, 11, 20), by=SYSTEM, now=NOW)
    for _twice in range(2):
        set_due_on_arrival(SellerOrderDelivered(seller_order_id=str(home.seller_order_id)))
    home.refresh_from_db()
    assert home.due_on == timezone.now().astimezone(HERE).date()


def test_a_draft_comes_with_the_last_parcel_and_once() -> None:
    order = make_paid_order((make_chair(), 1))
    part = order.seller_orders.get()
    draft_shipped(SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=1))
    assert not TaxInvoice.objects.exists(), "nothing has left"
    with pytest.raises(NotShippedYet):
        drafted(part)
    gone = earn()
    for _twice in range(2):
        draft_shipped(SellerOrderShipped(seller_order_id=str(gone.pk), fulfillment_id=1))
    assert TaxInvoice.objects.get().events.get().status == S.DRAFT


def test_numbers_follow_each_other_without_a_gap_for_each_seller_and_form() -> None:
    seller, other = make_seller(), make_seller()
    drafts = [drafted(earn(seller)) for _each in range(3)]
    first = issued(drafts[0])
    assert issued(drafts[0]).number == first.number == "1C26TBD 00000001"
    give_back(drafts[1].seller_order, str(drafts[1].seller_order.total_amount.quantize(Decimal("0.01"))), key="all")
    with pytest.raises(NothingToInvoice):
        issued(drafts[1])
    assert issued(drafts[2]).number == "1C26TBD 00000002", "what was refused took no number"
    assert issued(drafted(earn(other))).number == "1C26TBD 00000001"
    assert issued(drafted(earn(make_seller(entity_type=EntityType.HOUSEHOLD)))).number == "2C26TBD 00000001"


def test_what_is_issued_never_changes_and_a_refund_before_stands_in_it() -> None:
    part = earn(price="100.00")
    refunded(part, "30.00", "early")
    invoice = issued(drafted(part))
    assert [line.total.amount for line in invoice.lines.all()][-1] == Decimal("-30.00")
    assert invoice.total.amount == part.total_amount - 30
    part.seller.legal_name = "Another name"
    part.seller.save()
    invoice.refresh_from_db()
    assert invoice.seller_party["company"] != "Another name"
    with pytest.raises(NothingToAdjust):
        adjust_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)


def test_refunds_after_it_are_adjusted_to_the_last_unit_of_tax() -> None:
    part = earn(make_seller(entity_type=EntityType.ENTERPRISE), price="99.99", country="VN")
    invoice = accepted(issued(drafted(part)))
    refunded(part, "33.33", "one")
    refunded(part, "0.01", "two")
    first = TaxInvoice.objects.get(kind=InvoiceKind.ADJUSTMENT)
    assert (first.status, first.total, first.about_id) == (S.DRAFT, eur("-33.34"), invoice.pk), "one draft for both"
    issued(first)
    invoice.refresh_from_db()
    assert invoice.status == S.ADJUSTED
    rest = part.total_amount - part.shipping_amount - Decimal("33.34")
    give_back(part, f"{rest:.2f}", key="three")
    second = issued(adjust_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW))
    parts = [*invoice.lines.all(), *TaxInvoice.objects.get(pk=first.pk).lines.all(), *second.lines.all()]
    for kind, left in (("GOODS", Decimal(0)), ("FREIGHT", part.shipping_amount)):
        assert sum(line.total_amount for line in parts if line.kind == kind) == left
    assert sum(line.tax_amount for line in parts if line.kind == "GOODS") == 0, "no unit of tax is left"
    assert [each.number[-1] for each in (invoice, TaxInvoice.objects.get(pk=first.pk), second)] == ["1", "2", "3"]


def test_a_chargeback_is_no_return_of_goods() -> None:
    part = earn()
    invoice = accepted(issued(drafted(part)))
    give_back(part, "10.00", key="bank")
    Refund.objects.filter(key="bank").update(reason=RefundReason.CHARGEBACK)
    with pytest.raises(NothingToAdjust):
        adjust_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
    assert TaxInvoice.objects.count() == 1


def test_a_wrong_one_is_replaced_and_takes_the_refunds_over() -> None:
    part = earn(price="100.00")
    wrong = accepted(issued(drafted(part)))
    refunded(part, "10.00", "after")
    assert TaxInvoice.objects.filter(kind=InvoiceKind.ADJUSTMENT).count() == 1
    draft = replace_tax_invoice(invoice_id=wrong.pk, reason="wrong tax number", by=SYSTEM, now=NOW)
    assert replace_tax_invoice(invoice_id=wrong.pk, reason="again", by=SYSTEM, now=NOW).pk == draft.pk
    wrong.refresh_from_db()
    assert wrong.status == S.ACCEPTED, "it stands until the other one is issued"
    new = issued(draft)
    wrong.refresh_from_db()
    assert (wrong.status, new.total) == (S.REPLACED, wrong.total - eur("10.00"))
    assert not TaxInvoice.objects.filter(kind=InvoiceKind.ADJUSTMENT).exists(), "its draft has nothing to say"
    with pytest.raises(IllegalInvoiceMove):
        replace_tax_invoice(invoice_id=wrong.pk, reason="twice", by=SYSTEM, now=NOW)
    refunded(part, "5.00", "later")
    again = TaxInvoice.objects.get(kind=InvoiceKind.ADJUSTMENT)
    assert (again.about_id, again.total) == (new.pk, eur("-5.00"))


def test_nothing_says_accepted_that_was_not() -> None:
    invoice = issued(drafted())
    with pytest.raises(IllegalInvoiceMove):
        record_answer(invoice_id=invoice.pk, accepted=True, authority_code="X", reason="", by=SYSTEM, now=NOW)
    sent = send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
    assert (sent.status, sent.authority_code) == (S.SENT, "")
    assert send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW).events.count() == 3
    with pytest.raises(IllegalInvoiceMove):
        replace_tax_invoice(invoice_id=invoice.pk, reason="on its way", by=SYSTEM, now=NOW)
    said = record_answer(invoice_id=invoice.pk, accepted=False, authority_code="", reason="MST", by=SYSTEM, now=NOW)
    assert (said.status, said.refusal, said.authority_code) == (S.REJECTED, "MST", "")
    again = send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
    assert (again.status, again.refusal) == (S.SENT, "")


def test_every_state_is_in_the_table() -> None:
    assert INVOICE_MOVES.keys() == set(S)
    assert S.DRAFT not in {to for moves in INVOICE_MOVES.values() for to in moves}, "a number is never given back"
