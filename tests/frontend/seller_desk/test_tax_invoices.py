"""Tax invoices at the desk: from the draft to the answer of the tax authority, and what corrects them."""

from typing import Any

import pytest
from django.utils import timezone

from i18n.today import today_here
from marketplace.graphql import to_global_id
from orders.invoicing.account import InvoicingAccount
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.frontend.soundness import problems
from tests.orders.payouts.selling import earn, give_back

pytestmark = pytest.mark.django_db


def page_of(invoice: TaxInvoice) -> str:
    return f"tax-invoices/{to_global_id('TaxInvoice', invoice.pk)}"


def test_from_the_draft_to_its_replacement(desk: Desk, owner: Person) -> None:
    assert "No tax invoices yet" in owner.see("tax-invoices")
    part = earn(desk.cast.woodworks.seller)
    invoice = draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=timezone.now())
    page = page_of(invoice)
    html = owner.see("tax-invoices?state=due")
    assert part.number in html and "waits for customs" in html
    assert problems(html, language="en") == []
    assert "between the day of the order and today" in owner.refused(page, "clear", day="2020-01-01")
    assert "I have handed it in" not in owner.see(page)
    owner.done(page, "clear", day=today_here().isoformat())
    owner.done(page, "issue")
    html = owner.see(page)
    assert "00000001" in html and "I have handed it in" in html and "XML file" in html
    assert problems(html, language="en") == []
    owner.done(page, "send")
    owner.done(page, "reject", reason="Sai mã số thuế")
    assert "Sai mã số thuế" in owner.see(page)
    assert part.number in owner.see("tax-invoices?state=attention")
    owner.done(page, "send")
    assert "This field is needed" in owner.refused(page, "accept", authorityCode="")
    owner.done(page, "accept", authorityCode="CQT-77")
    assert "CQT-77" in owner.see(page)
    give_back(part, "1.00")
    owner.done(page, "adjust")
    draft = TaxInvoice.objects.get(kind="ADJUSTMENT")
    assert "Goods given back" in owner.see(page_of(draft))
    assert "cannot be done" in owner.refused(page, "send"), "what was taken is not handed over again"
    owner.done(page, "replace", reason="Sai địa chỉ")
    assert TaxInvoice.objects.filter(kind="REPLACEMENT", status="DRAFT").exists()


def test_who_may_and_which_service(desk: Desk, owner: Person, settings: Any) -> None:
    part = earn(desk.cast.woodworks.seller)
    invoice = draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=timezone.now())
    manager, packer = Person(desk.cast.woodworks.manager), Person(desk.cast.woodworks.packer)
    assert "Choose another way" not in manager.see("tax-invoices")
    for path in ("tax-invoices", page_of(invoice)):
        assert packer.get(packer.base + path).status_code == 403
    assert "not connected" in owner.refused("tax-invoices", "account", provider="rest", token="x")
    settings.TAX_INVOICE_URL = "https://gateway.example"
    owner.done("tax-invoices", "account", provider="rest", token="geheim")
    html = owner.see("tax-invoices")
    assert "The key is kept sealed" in html and "geheim" not in html
    assert InvoicingAccount.objects.get().token.open() == "geheim"
