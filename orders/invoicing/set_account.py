"""``set_invoicing_account``: an owner says by which provider tax invoices are handed over."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.sellers.locks import lock_seller
from orders.invoicing.account import InvoicingAccount
from orders.invoicing.discovery import provider_of
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import TaxInvoice

LONGEST_TOKEN = 500


class TokenMissing(Exception):
    """This provider knows its customers by a token."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"{provider} needs a token")
        self.provider = provider


class ProviderNotReady(Exception):
    """This installation cannot use the provider."""

    def __init__(self, provider: str) -> None:
        super().__init__(f"{provider} is not set up")
        self.provider = provider


def set_invoicing_account(
    *, seller_id: int, provider: str, token: str | None, by: User, now: datetime
) -> InvoicingAccount:
    """``token`` of nothing keeps the one there is, while the provider stays the same.

    What waits to be sent is sent with it at once. Raises ``UnknownProvider``, ``ProviderNotReady``, ``TokenMissing``.
    """
    chosen = provider_of(provider)
    if not chosen.is_ready():
        raise ProviderNotReady(provider)
    with transaction.atomic():
        lock_seller(seller_id)
        account = InvoicingAccount.objects.filter(seller=seller_id).first() or InvoicingAccount(seller_id=seller_id)
        kept = account.token.open() if account.pk and account.provider == provider else ""
        secret = (token if token is not None else kept)[:LONGEST_TOKEN] if chosen.needs_token else ""
        if chosen.needs_token and not secret:
            raise TokenMissing(provider)
        account.provider, account.token = provider, secret
        account.changed_at, account.changed_by = now, by
        account.save()
        waiting = TaxInvoice.objects.filter(seller=seller_id, provider=provider).exclude(next_try_at=None)
        waiting.filter(status__in=[InvoiceStatus.ISSUED, InvoiceStatus.SENT]).update(next_try_at=now)
    return account
