"""Taxes at the operator's desk: a month's return prepared, filed and paid, and the invoices that are stuck."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from marketplace.graphql import to_global_id
from marketplace.sellers.seller import EntityType
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from orders.payouts.tax_returns.tax_return import TaxReturn
from orders.payouts.withholding.tax_withholding import WithholdingChange
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_seller
from tests.frontend.desk_visitors import carried_out, read, sign_in
from tests.frontend.soundness import problems
from tests.orders.payouts.selling import earn

pytestmark = pytest.mark.django_db
PAGE = "/en/operator/tax"


def test_a_month_is_prepared_filed_and_paid(client: Client) -> None:
    operator = sign_in(client, make_operator())
    assert "No month that is over" in read(operator, PAGE)
    earn(make_seller(entity_type=EntityType.HOUSEHOLD, name="Hộ Ví Dụ"), price="2000.00")
    WithholdingChange.objects.update(at=datetime(2026, 7, 15, tzinfo=UTC))
    assert "Prepare the return of 2026-07" in read(operator, PAGE)
    carried_out(operator, PAGE, "prepare", month="2026-07-01")
    row = to_global_id("TaxReturn", TaxReturn.objects.get().pk)
    html = read(operator, PAGE)
    assert "Hộ Ví Dụ" in html and "not confirmed" in html
    assert problems(html, language="en") == []
    carried_out(operator, PAGE, "file_return", id=row, reference="01/CNKD-7")
    carried_out(operator, PAGE, "pay", id=row, reference="FT-9")
    html = read(operator, PAGE)
    assert "01/CNKD-7" in html and "FT-9" in html and "Tax paid" in html
    for bad in ({"month": "nonsense"}, {"month": "2026-99-01"}):
        assert operator.post(PAGE, {"action": "prepare", **bad}).status_code == 422


def test_invoices_that_are_stuck(client: Client) -> None:
    operator = sign_in(client, make_operator())
    draft_tax_invoice(seller_order_id=earn().pk, by=SYSTEM, now=timezone.now())
    assert "No invoice is rejected, overdue or stuck" in read(operator, PAGE)
    assert "Draft" in read(operator, f"{PAGE}?all=1")
    TaxInvoice.objects.update(trouble="the token was refused")
    assert "the token was refused" in read(operator, PAGE)
    assert sign_in(client, make_user()).get(PAGE).status_code == 403
