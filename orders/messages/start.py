"""Find or begin the conversation of a buyer and a seller about one thing."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from orders.messages.conversation import Conversation
from orders.messages.limits import require_new_conversation
from orders.messages.subject import Subject


def start_conversation(*, buyer: User, subject: Subject, now: datetime) -> Conversation:
    """The one there is, however often it is begun. Raises ``TooManyMessages``."""
    named = {
        "buyer": buyer,
        "seller": subject.seller,
        "product": subject.product,
        "quote": subject.quote,
        "seller_order": subject.seller_order,
    }
    found = Conversation.objects.filter(**named).first()
    if found is not None:
        return found
    with transaction.atomic():
        require_new_conversation(buyer, now)
        made, _ = Conversation.objects.get_or_create(
            **named, defaults={"created_at": now, "last_message_at": now}
        )  # fmt: skip
    return made
