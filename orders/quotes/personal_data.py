"""What requests and quotes hold about a person: giving it to them, and letting go of it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import ErasureRefused
from orders.attachments.store import delete_files
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.payments.instalment import Instalment, InstalmentKind
from orders.quotes.buyer_terms import BuyerTerms
from orders.quotes.decline import decline_quote, withdraw_quote
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest, QuoteRequestFile
from orders.quotes.states import OPEN, QuoteStatus, turn


def export_quotes(user: User) -> dict[str, Any]:
    requests = QuoteRequest.objects.filter(user=user).prefetch_related("lines", "files", "quotes__seller")
    terms = BuyerTerms.objects.filter(user=user)
    return {
        "quoteRequests": [_request(request) for request in requests.order_by("created_at")],
        "termsOfPayment": [
            {"limit": f"{row.limit}", "netDays": row.net_days, "approvedAt": row.approved_at.isoformat()}
            for row in terms.order_by("approved_at")
        ],
    }


def _request(request: QuoteRequest) -> dict[str, Any]:
    return {
        "number": request.number,
        "sentAt": request.created_at.isoformat(),
        "text": request.text,
        "shippingAddress": request.shipping_address,
        "lines": [{"description": line.description, "quantity": line.quantity} for line in request.lines.all()],
        "files": [file.name for file in request.files.all()],
        "quotes": [{"seller": quote.seller.name, "status": quote.status} for quote in request.quotes.all()],
    }


def refuse_while_owed(user: User) -> None:
    """Nobody leaves owing on net days: raises ``ErasureRefused`` before anything is erased."""
    rows = Instalment.objects.filter(order__user=user, kind=InstalmentKind.NET)
    if any(row.owed for row in rows):
        raise ErasureRefused(_("You owe a sum on net days. Pay it first."))


def owed_on_net_days() -> QuerySet[Instalment, UUID]:
    """The keys of orders for which a sum on net days is still to be paid."""
    net = Instalment.objects.filter(kind=InstalmentKind.NET, charged_amount__lt=F("amount"))
    return net.order_by().values_list("order_id", flat=True)


def erase_quotes(user: User) -> None:
    """What is open is closed; words, addresses and files go. What became an order keeps its lines, as orders do."""
    now = timezone.now()
    with transaction.atomic():
        _close(user)
        requests = QuoteRequest.objects.filter(user=user)
        files = QuoteRequestFile.objects.filter(request__in=requests)
        delete_files(list(files.values_list("file", flat=True)))
        files.delete()
        agreed = Quote.objects.filter(request__in=requests, status=QuoteStatus.ACCEPTED).values("request")
        for request in requests.exclude(pk__in=agreed):
            request.lines.filter(seller__isnull=True).update(description="—")
        Quote.objects.filter(request__in=requests).update(shipping_address=None)
        BuyerTerms.objects.filter(user=user).delete()
        requests.update(text="", shipping_address=None, erased_at=now, user=None)


def forget_agreed_quotes(orders: QuerySet[Order]) -> None:
    """Words, addresses and files go from requests that became these orders and no other that is still kept."""
    quotes = Quote.objects.filter(order__in=orders)
    kept = Quote.objects.filter(order__isnull=False).exclude(order__in=orders).exclude(order__shipping_address={})
    requests = QuoteRequest.objects.filter(pk__in=quotes.values("request")).exclude(pk__in=kept.values("request"))
    chosen = list(requests.values_list("pk", flat=True))
    with transaction.atomic():
        files = QuoteRequestFile.objects.filter(request__in=chosen)
        delete_files(list(files.values_list("file", flat=True)))
        files.delete()
        quotes.update(shipping_address=None)
        QuoteRequest.objects.filter(pk__in=chosen).update(text="", shipping_address=None)


def _close(user: User) -> None:
    by, now = By(Role.BUYER, user), timezone.now()
    for quote in Quote.objects.filter(request__user=user, status__in=OPEN).order_by("pk"):
        verb = decline_quote if turn(quote.status) == Role.BUYER else withdraw_quote
        verb(quote_id=quote.pk, by=by, reason="", now=now)
