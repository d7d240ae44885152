"""The letters about returns: to the seller when something is asked or sent, to the buyer when something is decided."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings

from i18n.formatting import format_date, format_money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import ReturnMoved
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.returns.return_request import ReturnRequest
from orders.returns.states import ReturnStatus

TO_BUYER: Mapping[str, str] = {
    ReturnStatus.REQUESTED: _("We have told %(seller)s that you want to give goods back."),
    ReturnStatus.APPROVED: _("%(seller)s takes the goods back. Please send them and write %(number)s on the parcel."),
    ReturnStatus.REJECTED: _("%(seller)s does not take the goods back. If you do not agree, you can open a dispute."),
    ReturnStatus.LAPSED: _("The goods were not sent back in time, so the return is over."),
    ReturnStatus.RECEIVED: _("%(seller)s has received the goods and will send you others."),
    ReturnStatus.REFUNDED: _("%(seller)s has received the goods. You get your money back."),
    ReturnStatus.EXCHANGED: _("The goods in exchange are on their way to you."),
}
TO_SELLER: Mapping[str, str] = {
    ReturnStatus.REQUESTED: _("A buyer wants to give goods of order %(part)s back. Please decide by %(day)s."),
    ReturnStatus.WITHDRAWN: _("The buyer keeps the goods of the return %(number)s after all."),
    ReturnStatus.SENT: _("The goods of the return %(number)s are on their way back to you."),
    ReturnStatus.LAPSED: _("The goods of the return %(number)s were not sent in time; it is over."),
}


def announce_return(event: ReturnMoved) -> None:
    """Reaction: tell both sides what concerns them, each in their own language."""
    rows = ReturnRequest.objects.select_related("seller_order__order__channel", "seller_order__seller")
    request = rows.get(pk=UUID(event.return_id))
    part, about = request.seller_order, f"{request.pk.hex}:{event.status}"
    if event.status in TO_BUYER:
        letter = letter_to_buyer(request, event.status)
        send_once(letter, order=part.order, kind="RETURN", about=about)
    for owner in owners_of([part.seller_id]) if event.status in TO_SELLER else ():
        letter = letter_to_seller(request, event.status, owner)
        send_once(letter, order=part.order, kind="RETURN", about=f"{about}:{owner.pk}", to=owner.email)


def letter_to_buyer(request: ReturnRequest, status: str) -> Letter:
    part, order = request.seller_order, request.seller_order.order
    language = order.language
    told = gettext(language, TO_BUYER[status], seller=part.seller.name, number=request.number)
    body: list[Part] = [told]
    if request.decision_note and status in (ReturnStatus.APPROVED, ReturnStatus.REJECTED, ReturnStatus.REFUNDED):
        body.append(gettext(language, "What the seller says: %(words)s", words=request.decision_note))
    if status == ReturnStatus.APPROVED and request.send_by:
        day = format_date(request.send_by.date(), language)
        body.append(gettext(language, "Please hand them to a carrier by %(day)s.", day=day))
    if status == ReturnStatus.REFUNDED and request.refund:
        amount = format_money(request.refund, language)
        body.append(gettext(language, "%(amount)s will be paid back to you.", amount=amount))
    return Letter(
        subject=gettext(language, "Your return %(number)s", number=request.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def letter_to_seller(request: ReturnRequest, status: str, owner: User) -> Letter:
    language, part = owner.language, request.seller_order
    day = format_date(request.decide_by.date(), language)
    told = gettext(language, TO_SELLER[status], number=request.number, part=part.number, day=day)
    body: list[Part] = [told]
    if status == ReturnStatus.REQUESTED:
        body.append(gettext(language, "Without a decision the return is approved by itself."))
    return Letter(
        subject=gettext(language, "Return %(number)s", number=request.number),
        language=language,
        body=body,
        link=f"{settings.PUBLIC_URL}/{language}/seller/{part.seller.slug}/returns",
        link_text=gettext(language, "See the returns"),
    )
