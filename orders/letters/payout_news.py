"""What a seller's owners are written about money on its way to them, each in their language."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings

from i18n.formatting import format_money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from marketplace.sellers.models import Seller
from orders.events import PayoutMoved, PayoutsStopped
from orders.letters.once import send_once
from orders.payouts.payout.payout import Payout, PayoutEvent
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.schedule.hold import PayoutHold

TOLD: Mapping[str, tuple[str, str]] = {
    PayoutStatus.SENT: (
        _("%(amount)s is on its way to your bank"),
        _("The bank was told to pay. It usually takes one to three working days, abroad some more."),
    ),
    PayoutStatus.CONFIRMED: (
        _("%(amount)s was paid out"),
        _("The bank says that it has paid. The statement of payouts lists every order it is for."),
    ),
    PayoutStatus.REJECTED: (
        _("The bank did not pay %(amount)s"),
        _("The money is not lost: it is payable again. Please check the bank account that you gave us."),
    ),
}
"""Subject and meaning of the states that are worth a letter."""
HELD_SUBJECT = _("The payouts to %(seller)s are on hold")
HELD = _("Nothing is paid out until the marketplace lets it go. What you earn meanwhile is kept for you. The reason:")


def announce_payout(event: PayoutMoved) -> None:
    """Reaction: to every owner, once for each payout and state. Nothing where the payout has moved on since."""
    payout = Payout.objects.select_related("seller").filter(pk=UUID(event.payout_id), status=event.status).first()
    if payout is None or event.status not in TOLD:
        return
    for owner in owners_of([payout.seller_id]):
        letter = payout_letter(payout, owner, _said(payout))
        send_once(letter, kind=f"PAYOUT:{event.status}", about=f"{payout.pk}:{owner.pk}", to=owner.email)


def announce_hold(event: PayoutsStopped) -> None:
    """Reaction: to every owner, once. Nothing where it was let go meanwhile."""
    hold = PayoutHold.objects.select_related("seller").filter(pk=event.hold_id, released_at=None).first()
    if hold is None:
        return
    for owner in owners_of([hold.seller_id]):
        send_once(hold_letter(hold, owner), kind="PAYOUT:HELD", about=f"{hold.pk}:{owner.pk}", to=owner.email)


def _said(payout: Payout) -> str:
    """In the bank's words, of a payout that it did not make."""
    if payout.status != PayoutStatus.REJECTED:
        return ""
    events = PayoutEvent.objects.filter(payout=payout, status=payout.status).exclude(reason="")
    return events.order_by("-at", "-id").values_list("reason", flat=True).first() or payout.code


def payout_letter(payout: Payout, owner: User, said: str) -> Letter:
    language = owner.language
    subject, meaning = TOLD[payout.status]
    facts = [
        (gettext(language, "Payout"), payout.number),
        (gettext(language, "Amount"), format_money(payout.money, language)),
        (gettext(language, "Bank"), payout.bank_name),
        (gettext(language, "Account number"), payout.masked_account),
        (gettext(language, "Reference"), payout.reference),
        (gettext(language, "What the bank said"), said),
    ]
    return Letter(
        subject=gettext(language, subject, amount=format_money(payout.money, language)),
        language=language,
        body=[gettext(language, meaning), [(name, value) for name, value in facts if value]],
        link=_desk(payout.seller, language),
        link_text=gettext(language, "See your payouts"),
    )


def hold_letter(hold: PayoutHold, owner: User) -> Letter:
    language = owner.language
    return Letter(
        subject=gettext(language, HELD_SUBJECT, seller=hold.seller.name),
        language=language,
        body=[gettext(language, HELD), hold.reason],
        link=_desk(hold.seller, language),
        link_text=gettext(language, "See your payouts"),
    )


def _desk(seller: Seller, language: str) -> str:
    return f"{settings.PUBLIC_URL}/{language}/seller/{seller.slug}/payouts"
