"""The letters about an order that changed before it was packed."""

from django.conf import settings

from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import OrderAddressChanged, SellerOrderPartlyCanceled
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.by import Role
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.seller_order import SellerOrder


def announce_called_off(event: SellerOrderPartlyCanceled) -> None:
    """Reaction: tell the buyer which pieces will not come, and the seller which are not wanted any more."""
    rows = OrderEvent.objects.select_related("seller_order__order__channel", "seller_order__seller")
    line = rows.get(pk=event.event_id)
    part = line.seller_order
    if part is None:
        return  # the part was erased with its order
    send_once(called_off(part, line), order=part.order, kind="PARTLY_CANCELED", about=line.pk)
    for owner in owners_of([part.seller_id]) if line.role != Role.SELLER else ():
        letter = called_off_for_seller(part, line, owner)
        send_once(letter, order=part.order, kind="PARTLY_CANCELED", about=f"{line.pk}:{owner.pk}", to=owner.email)


def announce_new_address(event: OrderAddressChanged) -> None:
    """Reaction: sellers who have not packed yet read the new address on their desk."""
    changes = OrderEvent.objects.filter(order_id=event.order_id, type=OrderEventType.ADDRESS_CHANGED).order_by("-id")
    change = changes.values_list("pk", flat=True).first()
    for part in SellerOrder.objects.filter(order_id=event.order_id).select_related("order", "seller"):
        for owner in owners_of([part.seller_id]):
            about = f"{part.pk.hex}:{change}:{owner.pk}"
            send_once(new_address(part, owner), order=part.order, kind="ADDRESS_CHANGED", about=about, to=owner.email)


def called_off(part: SellerOrder, line: OrderEvent) -> Letter:
    language = part.order.language
    body: list[Part] = [
        gettext(
            language,
            "Of %(number)s of %(seller)s were called off: %(pieces)s.",
            number=part.number,
            seller=part.seller.name,
            pieces=line.parameters.get("pieces", ""),
        )
    ]
    if line.reason:
        body.append(gettext(language, "The reason given: %(reason)s", reason=line.reason))
    body.append(gettext(language, "You do not pay for them; what you have paid for them is paid back."))
    return Letter(
        subject=gettext(language, "About your order %(number)s", number=part.order.number),
        language=language,
        body=body,
        link=order_link(part.order),
        link_text=gettext(language, "See your order"),
    )


def called_off_for_seller(part: SellerOrder, line: OrderEvent, owner: User) -> Letter:
    language = owner.language
    words = {"number": part.number, "pieces": line.parameters.get("pieces", "")}
    told = gettext(language, "These are not wanted any more of order %(number)s: %(pieces)s.", **words)
    return Letter(
        subject=gettext(language, "Order %(number)s has changed", number=part.number),
        language=language,
        body=[told],
        link=f"{settings.PUBLIC_URL}/{language}/seller/{part.seller.slug}/orders",
        link_text=gettext(language, "See your orders"),
    )


def new_address(part: SellerOrder, owner: User) -> Letter:
    language = owner.language
    told = gettext(
        language, "Order %(number)s goes to another address. Look at it before you pack.", number=part.number
    )
    return Letter(
        subject=gettext(language, "Order %(number)s has changed", number=part.number),
        language=language,
        body=[told],
        link=f"{settings.PUBLIC_URL}/{language}/seller/{part.seller.slug}/orders",
        link_text=gettext(language, "See your orders"),
    )
