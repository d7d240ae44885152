"""The letters about money that goes back: that it is owed, where nothing else says so, and that it was sent."""

from uuid import UUID

from i18n.formatting import format_money
from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from orders.events import RefundDone, RefundOwed
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.payments.refund import Refund, RefundReason

_TOLD_OTHERWISE = {RefundReason.CANCELED, RefundReason.RETURNED, RefundReason.DISPUTE}
"""The letters about the cancellation, the return or the dispute name the amount."""
_NOT_BY_US = {RefundReason.CHARGEBACK}
"""The buyer's own bank took it."""


def announce_refund(event: RefundOwed) -> None:
    """Reaction: tell the buyer that money comes back."""
    refund = _refund(event.refund_id)
    if refund.reason not in _TOLD_OTHERWISE | _NOT_BY_US:
        send_once(owed_letter(refund), order=refund.order, kind="REFUND_DUE", about=refund.pk)


def announce_refund_sent(event: RefundDone) -> None:
    """Reaction: tell the buyer that it was sent, and under which reference."""
    refund = _refund(event.refund_id)
    if refund.reason not in _NOT_BY_US:
        send_once(sent_letter(refund), order=refund.order, kind="REFUND_SENT", about=refund.pk)


def _refund(refund_id: str) -> Refund:
    return Refund.objects.select_related("order__channel").get(pk=UUID(refund_id))


def owed_letter(refund: Refund) -> Letter:
    language = refund.order.language
    amount = format_money(refund.money, language)
    return _letter(refund, gettext(language, "%(amount)s will be paid back to you.", amount=amount), [])


def sent_letter(refund: Refund) -> Letter:
    language = refund.order.language
    amount = format_money(refund.money, language)
    told = gettext(
        language, "%(amount)s were sent back to you, the way you paid. Banks may take some days.", amount=amount
    )
    rows = [(gettext(language, "Reference"), refund.reference)] if refund.reference else []
    return _letter(refund, told, rows)


def _letter(refund: Refund, told: str, rows: list[tuple[str, str]]) -> Letter:
    language = refund.order.language
    return Letter(
        subject=gettext(language, "Money back for your order %(number)s", number=refund.order.number),
        language=language,
        body=[told, *([rows] if rows else [])],
        link=order_link(refund.order),
        link_text=gettext(language, "See your order"),
    )
