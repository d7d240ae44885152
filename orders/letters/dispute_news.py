"""The letters about disputes: to both sides at each step, without what was said, which stands behind the link."""

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
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.disputes.states import DisputeStatus
from orders.events import DisputeMoved, DisputeSaid
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.by import Role

WRITTEN = "WRITTEN"
NEWS: Mapping[str, str] = {
    WRITTEN: _("There is a new message in the dispute %(number)s."),
    DisputeStatus.OPEN: _("The dispute %(number)s about order %(part)s is open."),
    DisputeStatus.ANSWERED: _("The seller has answered the dispute %(number)s."),
    DisputeStatus.ESCALATED: _("The marketplace now decides the dispute %(number)s."),
    DisputeStatus.SETTLED: _("The dispute %(number)s is settled: the seller's offer was taken."),
    DisputeStatus.WITHDRAWN: _("The buyer has let go of the dispute %(number)s."),
    DisputeStatus.DECIDED: _("The marketplace has decided the dispute %(number)s."),
}
_OVER = (DisputeStatus.SETTLED, DisputeStatus.DECIDED)


def announce_dispute(event: DisputeMoved) -> None:
    """Reaction: tell the buyer and the seller's owners, each in their own language."""
    rows = Dispute.objects.select_related("seller_order__order__channel", "seller_order__seller")
    dispute = rows.get(pk=UUID(event.dispute_id))
    order = dispute.seller_order.order
    about = f"{dispute.pk.hex}:{event.status}:{event.message_id}"
    send_once(letter_to_buyer(dispute, event.status), order=order, kind="DISPUTE", about=about)
    for owner in owners_of([dispute.seller_order.seller_id]):
        letter = letter_to_seller(dispute, event.status, owner)
        send_once(letter, order=order, kind="DISPUTE_SELLER", about=f"{about}:{owner.pk}", to=owner.email)


def announce_words(event: DisputeSaid) -> None:
    """Reaction: tell whoever did not write it that there is a message."""
    part = "dispute__seller_order"
    message = DisputeMessage.objects.select_related(f"{part}__order__channel", f"{part}__seller").get(
        pk=event.message_id
    )
    dispute = message.dispute
    order, about = dispute.seller_order.order, f"{message.pk}"
    if message.role != Role.BUYER:
        letter = letter_to_buyer(dispute, WRITTEN)
        send_once(letter, order=order, kind="DISPUTE_SAID", about=about)
    for owner in owners_of([dispute.seller_order.seller_id]) if message.role != Role.SELLER else ():
        letter = letter_to_seller(dispute, WRITTEN, owner)
        send_once(letter, order=order, kind="DISPUTE_SAID", about=f"{about}:{owner.pk}", to=owner.email)


def letter_to_buyer(dispute: Dispute, status: str) -> Letter:
    order = dispute.seller_order.order
    language = order.language
    body = _news(dispute, status, language)
    if status == DisputeStatus.ANSWERED and dispute.due_at:
        day = format_date(dispute.due_at.date(), language)
        body.append(gettext(language, "Take the answer, or let the marketplace decide by %(day)s.", day=day))
    return Letter(
        subject=gettext(language, "Dispute %(number)s", number=dispute.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def letter_to_seller(dispute: Dispute, status: str, owner: User) -> Letter:
    language, part = owner.language, dispute.seller_order
    body = _news(dispute, status, language)
    if status == DisputeStatus.OPEN and dispute.due_at:
        day = format_date(dispute.due_at.date(), language)
        body.append(gettext(language, "Please answer by %(day)s; afterwards the marketplace decides.", day=day))
        body.append(gettext(language, "The money for this order is not paid out as long as the dispute is open."))
    return Letter(
        subject=gettext(language, "Dispute %(number)s", number=dispute.number),
        language=language,
        body=body,
        link=f"{settings.PUBLIC_URL}/{language}/seller/{part.seller.slug}/disputes",
        link_text=gettext(language, "See the disputes"),
    )


def _news(dispute: Dispute, status: str, language: str) -> list[Part]:
    told = gettext(language, NEWS[status], number=dispute.number, part=dispute.seller_order.number)
    body: list[Part] = [told]
    refunded = dispute.refunded
    if status in _OVER and refunded is not None:
        amount = format_money(refunded, language)
        body.append(
            gettext(language, "%(amount)s go back to the buyer.", amount=amount)
            if refunded
            else gettext(language, "Nothing goes back to the buyer.")
        )
    return body
