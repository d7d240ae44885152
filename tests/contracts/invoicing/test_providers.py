"""What every provider of tax invoices promises, and what the marketplace makes of the answers: over real HTTP."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from orders.invoicing import providers
from orders.invoicing.account import InvoicingAccount
from orders.invoicing.discovery import installed_providers
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.hand_over import AnsweredByProvider, record_answer, send_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.neutral import invoice_data
from orders.invoicing.provider import ProviderTrouble, Said
from orders.invoicing.providers.rest.client import LIMITS
from orders.invoicing.send import send_tax_invoices
from orders.invoicing.set_account import ProviderNotReady, TokenMissing, set_invoicing_account
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM
from tests.factories.accounts import make_user
from tests.orders.payouts.selling import earn
from tests.peers.invoicing import InvoicingPeer
from tests.peers.invoicing.server import TOKEN

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SAMPLE = Path(providers.__path__[0]) / "rest" / "samples" / "invoice.json"


@pytest.fixture
def peer(settings: Any) -> Iterator[InvoicingPeer]:
    with InvoicingPeer() as running:
        settings.TAX_INVOICE_URL = running.url
        yield running


@pytest.fixture
def invoice() -> TaxInvoice:
    """Issued by a seller who hands over by the service."""
    part = earn()
    set_up(part.seller_id)
    draft = draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=NOW)
    return issue_tax_invoice(invoice_id=draft.pk, by=SYSTEM, now=NOW)


def set_up(seller_id: int, token: str = TOKEN) -> InvoicingAccount:
    values = {"provider": "rest", "token": token, "changed_at": NOW}
    return InvoicingAccount.objects.update_or_create(seller_id=seller_id, defaults=values)[0]


def run(invoice: TaxInvoice, after: timedelta = timedelta(0)) -> TaxInvoice:
    send_tax_invoices(now=NOW + after)
    invoice.refresh_from_db()
    return invoice


def sent(invoice: TaxInvoice) -> TaxInvoice:
    send_tax_invoice(invoice_id=invoice.pk, by=SYSTEM, now=NOW)
    return run(invoice)


@pytest.mark.parametrize("code", sorted(installed_providers()))
def test_a_provider_says_what_it_is_and_never_accepts_by_itself(code: str, peer: InvoicingPeer) -> None:
    provider = installed_providers()[code]
    assert provider.code == code and provider.name and provider.is_ready()
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for _twice in range(2):
        answer = provider.send(token=TOKEN, key=sample["id"], invoice=sample)
        assert (answer.said, answer.authority_code) == (Said.RECEIVED, "")
    assert len(peer.invoices) <= 1, "twice with one key is once"
    assert all(kept["body"] == sample for kept in peer.invoices.values()), "the request is the sample"
    if provider.by_hand:
        with pytest.raises(ProviderTrouble):
            provider.ask(token=TOKEN, reference="1")


def test_the_sample_is_what_an_invoice_becomes(invoice: TaxInvoice) -> None:
    row = TaxInvoice.objects.select_related("seller_order", "about").get(pk=invoice.pk)
    made, sample = invoice_data(row), json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert _shape(made) == _shape(sample)
    assert made["number"] == "00000001" and made["total"] == f"{invoice.total.amount:f}"


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shape(each) for name, each in value.items()}
    return [_shape(value[0])] if isinstance(value, list) else type(value).__name__


def test_accepted_later(invoice: TaxInvoice, peer: InvoicingPeer) -> None:
    waiting = sent(invoice)
    assert (waiting.status, waiting.reference, waiting.authority_code) == ("SENT", "N1", "")
    assert run(invoice, timedelta(minutes=1)).status == "SENT", "nobody asks before its time"
    assert run(invoice, timedelta(minutes=3)).status == "SENT", "and nothing is claimed while it says RECEIVED"
    with pytest.raises(AnsweredByProvider):
        record_answer(invoice_id=invoice.pk, accepted=True, authority_code="X", reason="", by=SYSTEM, now=NOW)
    peer.accept("N1")
    done = run(invoice, timedelta(minutes=6))
    assert (done.status, done.authority_code, done.next_try_at) == ("ACCEPTED", "CQT-N1", None)
    assert peer.posted == 1 and send_tax_invoices(now=NOW + timedelta(days=9)) == 0


def test_refused_at_once_and_later(invoice: TaxInvoice, peer: InvoicingPeer) -> None:
    peer.refuses = "Mã số thuế không tồn tại"
    refused = sent(invoice)
    assert (refused.status, refused.refusal) == ("REJECTED", "Mã số thuế không tồn tại")
    peer.refuses = ""
    assert sent(invoice).status == "SENT", "handed over again when the reason is gone"
    peer.reject("N1", "trùng số")
    later = run(invoice, timedelta(minutes=3))
    assert (later.status, later.refusal, later.authority_code) == ("REJECTED", "trùng số", "")


FAULTS: list[tuple[dict[str, Any], str, timedelta]] = [
    ({"status": 503}, "status 503", timedelta(minutes=1)),
    ({"status": 429, "retry_after": "900"}, "asked too often", timedelta(minutes=15)),
    ({"status": 302}, "status 302", timedelta(minutes=1)),
    ({"status": 418}, "status 418", timedelta(days=1)),
    ({"raw": b"<html>proxy</html>"}, "no JSON", timedelta(minutes=1)),
    ({"raw": b"[1]"}, "no object", timedelta(minutes=1)),
    ({"raw": b"{}"}, "does not say", timedelta(minutes=1)),
    ({"raw": b'{"id": "1", "status": "ACCEPTED"}'}, "without the authority's code", timedelta(minutes=1)),
    ({"raw": b"x" * 300_000}, "too long", timedelta(minutes=1)),
    ({"slow": 0.3}, "no answer", timedelta(minutes=1)),
    ({"loses_the_answer": True}, "no answer", timedelta(minutes=1)),
]


def test_trouble_is_no_answer_and_it_is_tried_again(
    invoice: TaxInvoice, peer: InvoicingPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fault, fact, wait in FAULTS:
        with transaction.atomic():
            peer.invoices.clear()
            monkeypatch.setattr(LIMITS, "read", 0.1)
            for name, value in fault.items():
                setattr(peer, name, value)
            troubled = sent(invoice)
            assert (troubled.status, troubled.tries, fact in troubled.trouble) == ("ISSUED", 1, True), fault
            assert troubled.next_try_at == NOW + wait, fault
            monkeypatch.setattr(LIMITS, "read", 5.0)
            for name in fault:
                setattr(peer, name, InvoicingPeer.__dataclass_fields__[name].default)
            done = run(invoice, wait)
            assert (done.status, done.trouble, done.tries) == ("SENT", "", 0), fault
            assert len(peer.invoices) == 1, "an answer that was lost sends nothing twice"
            transaction.set_rollback(True)


def test_a_bad_token_waits_for_another_one(invoice: TaxInvoice, peer: InvoicingPeer) -> None:
    set_up(invoice.seller_id, "wrong")
    troubled = sent(invoice)
    assert (troubled.status, troubled.next_try_at) == ("ISSUED", NOW + timedelta(days=1))
    assert "token" in troubled.trouble and not peer.invoices
    owner = make_user()
    set_invoicing_account(seller_id=invoice.seller_id, provider="rest", token=TOKEN, by=owner, now=NOW)
    assert run(invoice).status == "SENT", "the new one is tried at once"


def test_which_account_can_be_set(settings: Any) -> None:
    seller, owner = earn().seller, make_user()
    settings.TAX_INVOICE_URL = None
    with pytest.raises(ProviderNotReady):
        set_invoicing_account(seller_id=seller.pk, provider="rest", token=TOKEN, by=owner, now=NOW)
    settings.TAX_INVOICE_URL = "https://gateway.example"
    with pytest.raises(TokenMissing):
        set_invoicing_account(seller_id=seller.pk, provider="rest", token=None, by=owner, now=NOW)
    assert not InvoicingAccount.objects.exists()
    set_invoicing_account(seller_id=seller.pk, provider="rest", token=TOKEN, by=owner, now=NOW)
    kept = set_invoicing_account(seller_id=seller.pk, provider="rest", token=None, by=owner, now=NOW)
    assert kept.token.open() == TOKEN and TOKEN not in f"{kept} {vars(kept)}"
    other = set_invoicing_account(seller_id=seller.pk, provider="file_export", token="x", by=owner, now=NOW)
    assert not other.token, "a service's key does not outlive it"
