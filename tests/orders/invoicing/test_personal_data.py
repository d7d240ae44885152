"""What invoices know of a buyer is given out, kept with the seller's books, and let go of afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone

from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.personal_data import forget_buyers_of_invoices
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.personal_data import export_orders
from tests.factories.accounts import make_user
from tests.orders.payouts.selling import earn

pytestmark = pytest.mark.django_db


def test_given_out_kept_for_ten_years_and_then_forgotten() -> None:
    buyer, now = make_user(), timezone.now()
    part = earn(user=buyer)
    draft = draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=now)
    assert export_orders(buyer)["taxInvoices"] == []
    issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=now)
    [given] = export_orders(buyer)["taxInvoices"]
    assert given["buyer"]["city"] == "UTRECHT"
    later = now + timedelta(days=366 * 11)  # ten years after the end of this one
    assert forget_buyers_of_invoices(now=later) == 0, "of people who were not erased nothing goes"
    Order.objects.update(erased_at=now)
    assert forget_buyers_of_invoices(now=now + timedelta(days=366 * 4)) == 0, "the seller's books are kept"
    assert forget_buyers_of_invoices(now=later) == 1
    assert forget_buyers_of_invoices(now=later) == 0
    row = TaxInvoice.objects.get()
    assert row.buyer_party == {} and row.number
