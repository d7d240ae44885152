"""A gateway of the installation's own choice that takes invoices as JSON (``TAX_INVOICE_URL``).

``POST /invoices`` with the invoice (``neutral.py``), the seller's token and the invoice's id as ``Idempotency-Key``:
201 or 200 took it, 409 had it already, 400 and 422 refuse it. ``GET /invoices/{id}`` says what became of it. Both
answer ``{"id", "status": "RECEIVED" | "ACCEPTED" | "REJECTED", "authorityCode", "reason"}``. Whoever has an account
with one of the licensed providers puts such a gateway before it.
"""

from urllib.parse import quote

from django.conf import settings

from i18n.messages import gettext_noop as _
from orders.invoicing.provider import InvoiceData, Provider, ProviderAnswer, ProviderTrouble, Said
from orders.invoicing.providers.rest.client import CODE, Answer, call

_TOOK = (200, 201, 202, 409)
_REFUSED = (400, 422)
_STATUSES = frozenset(said.value for said in Said)


class Rest(Provider):
    code = CODE
    name = _("Electronic invoicing service")
    needs_token = True
    by_hand = False

    def is_ready(self) -> bool:
        return bool(settings.TAX_INVOICE_URL)

    def send(self, *, token: str, key: str, invoice: InvoiceData) -> ProviderAnswer:
        answer = call("POST", f"{_base()}/invoices", token=token, key=key, body=invoice)
        if answer.status in _REFUSED:
            reason = answer.text("reason", 500) or answer.text("message", 500) or f"status {answer.status}"
            return ProviderAnswer(Said.REJECTED, reason=reason)
        return _answer(answer)

    def ask(self, *, token: str, reference: str) -> ProviderAnswer:
        return _answer(call("GET", f"{_base()}/invoices/{quote(reference, safe='')}", token=token))


def _base() -> str:
    if not settings.TAX_INVOICE_URL:
        raise ProviderTrouble(CODE, "no TAX_INVOICE_URL is set", permanent=True)
    return str(settings.TAX_INVOICE_URL)


def _answer(answer: Answer) -> ProviderAnswer:
    """Accepted is only what has the authority's code."""
    if answer.status not in _TOOK:
        raise ProviderTrouble(CODE, f"status {answer.status}", permanent=True)
    reference, code = answer.text("id", 100), answer.text("authorityCode", 60)
    status = answer.text("status", 20)
    if not reference or status not in _STATUSES:
        raise ProviderTrouble(CODE, "the answer does not say what became of the invoice")
    if status == Said.ACCEPTED and not code:
        raise ProviderTrouble(CODE, "accepted without the authority's code")
    return ProviderAnswer(Said(status), reference=reference, authority_code=code, reason=answer.text("reason", 500))


PROVIDER = Rest()
