"""Post a letter once, however often its event is delivered."""

from django.db import transaction

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.post import post
from orders.letters.sent_letter import SentLetter
from orders.lifecycle.order import Order


def send_once(letter: Letter, *, kind: str, about: object, order: Order | None = None, to: str | None = None) -> bool:
    """Says whether it was posted now: one letter per ``kind`` and ``about``.

    It goes to the buyer of ``order`` unless ``to`` says otherwise. Nothing is sent to a buyer whose data were erased.
    """
    address = to if to is not None else (order.email if order is not None else "")
    if not address:
        return False
    with transaction.atomic():
        _, fresh = SentLetter.objects.get_or_create(kind=kind, about=str(about), defaults={"order": order})
        if fresh:
            post(letter, to=address, kind=kind)
    return fresh
