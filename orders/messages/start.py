"""Find or begin the conversation of a buyer and a seller about one thing."""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.channels.switches import FeatureOff, Switch, is_on
from orders.messages.conversation import Conversation
from orders.messages.limits import require_new_conversation
from orders.messages.subject import Subject


def start_conversation(*, buyer: User, subject: Subject, now: datetime, market: Channel | None = None) -> Conversation:
    """The one there is, however often it is begun. Raises ``TooManyMessages``, ``FeatureOff``.

    ``market`` is where the buyer is; what was ordered or asked for in a market belongs to that one.
    """
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
        _require_on(subject, market)
        require_new_conversation(buyer, now)
        made, _ = Conversation.objects.get_or_create(
            **named, defaults={"created_at": now, "last_message_at": now}
        )  # fmt: skip
    return made


def _require_on(subject: Subject, market: Channel | None) -> None:
    """Without any market named, the conversation is one of all markets: it may begin if one of them allows it."""
    if subject.seller_order is not None:
        market = subject.seller_order.order.channel
    elif subject.quote is not None:
        market = subject.quote.request.channel
    markets = [market] if market is not None else list(Channel.objects.active())
    if markets and not any(is_on(one, Switch.MESSAGES) for one in markets):
        raise FeatureOff(markets[0], Switch.MESSAGES)
