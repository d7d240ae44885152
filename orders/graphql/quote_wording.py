"""How states, events and terms of quotes are said to people."""

from collections.abc import Mapping

from i18n.formatting import format_percent
from i18n.messages import gettext, ngettext
from i18n.messages import gettext_noop as _
from orders.payments.instalment import NeededFor
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.states import QuoteStatus

QUOTE_STATUS: Mapping[str, str] = {
    QuoteStatus.REQUESTED: _("Waiting for the seller's offer"),
    QuoteStatus.OFFERED: _("Offered"),
    QuoteStatus.COUNTERED: _("Counter-offer of the buyer"),
    QuoteStatus.ACCEPTED: _("Accepted"),
    QuoteStatus.DECLINED: _("Declined"),
    QuoteStatus.WITHDRAWN: _("Withdrawn"),
    QuoteStatus.EXPIRED: _("Expired"),
}
QUOTE_EVENT: Mapping[str, str] = {
    QuoteStatus.REQUESTED: _("An offer was asked for."),
    QuoteStatus.OFFERED: _("Version %(version)s: the seller made an offer."),
    QuoteStatus.COUNTERED: _("Version %(version)s: the buyer made a counter-offer."),
    QuoteStatus.ACCEPTED: _("Version %(version)s was accepted."),
    QuoteStatus.DECLINED: _("It was declined."),
    QuoteStatus.WITHDRAWN: _("It was withdrawn."),
    QuoteStatus.EXPIRED: _("It expired without an answer."),
}
_FULL = _("Everything in advance")
_BEFORE_SHIPPING = _("%(percent)s in advance, the balance before shipping")
_AGAINST_DOCUMENTS = _("%(percent)s in advance, the balance against the shipping documents")


def terms_in_words(terms: PaymentTerms, language: str) -> str:
    if terms.kind == PaymentTermsKind.NET:
        days = terms.net_days or 0
        one, many = "Everything within %(count)s day of the order", "Everything within %(count)s days of the order"
        return ngettext(language, one, many, days)
    if terms.kind == PaymentTermsKind.DEPOSIT and terms.deposit_percent is not None:
        words = _BEFORE_SHIPPING if terms.balance_needed_for == NeededFor.SHIP else _AGAINST_DOCUMENTS
        return gettext(language, words, percent=format_percent(terms.deposit_percent / 100, language))
    return gettext(language, _FULL)
