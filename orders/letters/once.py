"""Send a letter once, however often its event is delivered."""

from django.db import transaction

from orders.letters.letter import Letter, send
from orders.letters.sent_letter import SentLetter
from orders.lifecycle.order import Order


def send_once(letter: Letter, *, order: Order, kind: str, about: object, to: str | None = None) -> bool:
    """Says whether it went out now. A failed sending leaves no mark and may be tried again.

    It goes to the buyer unless ``to`` says otherwise. Nothing is sent to a buyer whose data were erased.
    """
    address = order.email if to is None else to
    if not address:
        return False
    with transaction.atomic():
        _, fresh = SentLetter.objects.get_or_create(kind=kind, about=str(about), defaults={"order": order})
        if fresh:
            send(letter, to=address)
    return fresh
