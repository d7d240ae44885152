"""What can be wrong with how a quote is to be paid."""

from collections.abc import Iterator
from decimal import Decimal

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.channels.switches import Switch, is_on
from orders.payments.instalment import NeededFor
from orders.quotes.net_days import terms_of
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.quote_request import QuoteRequest

_BALANCE = (NeededFor.SHIP, NeededFor.DOCUMENTS)


def payment_terms_problems(request: QuoteRequest, terms: PaymentTerms) -> Iterator[Problem]:
    if terms.kind != PaymentTermsKind.FULL and not is_on(request.channel, Switch.PAYMENT_TERMS):
        message = _("Here offers are paid whole and in advance.")
        yield Problem("payment_terms.kind", "FEATURE_OFF", message)
    if terms.kind == PaymentTermsKind.DEPOSIT:
        yield from _of_deposit(terms)
    elif terms.deposit_percent is not None or terms.balance_needed_for is not None:
        yield Problem("payment_terms", "INVALID", _("Only a deposit has a share and a balance."))
    if terms.kind == PaymentTermsKind.NET:
        yield from _of_net_days(request, terms)
    elif terms.net_days is not None:
        yield Problem("payment_terms", "INVALID", _("Only payment on net days has days."))


def _of_deposit(terms: PaymentTerms) -> Iterator[Problem]:
    share = terms.deposit_percent
    if share is None or not 1 <= share <= 99 or share != share.quantize(Decimal("0.01")):
        message = _("A deposit is a share from 1 to 99 per cent, with two decimals at most.")
        yield Problem("payment_terms.deposit_percent", "INVALID", message)
    if terms.balance_needed_for not in _BALANCE:
        message = _("Say whether the balance is paid before shipping or against the documents.")
        yield Problem("payment_terms.balance_needed_for", "REQUIRED", message)


def _of_net_days(request: QuoteRequest, terms: PaymentTerms) -> Iterator[Problem]:
    approved = terms_of(request.user_id, request.currency)
    if approved is None:
        message = _("This buyer has not been approved for paying later in this currency.")
        yield Problem("payment_terms.kind", "NOT_APPROVED", message)
    elif terms.net_days is None or not 1 <= terms.net_days <= approved.net_days:
        message = _("This buyer may be given from 1 to %(most)s days.")
        yield Problem("payment_terms.net_days", "INVALID", message, {"most": approved.net_days})
