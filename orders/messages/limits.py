"""How much one person may write, so that nobody can be flooded."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from marketplace.accounts.models import User
from orders.messages.conversation import Conversation
from orders.messages.message import Message

MESSAGES: Mapping[timedelta, int] = {timedelta(minutes=1): 10, timedelta(hours=1): 100, timedelta(days=1): 500}
NEW_CONVERSATIONS_A_DAY = 30


class TooManyMessages(Exception):
    """So many within so long; nothing was written."""

    def __init__(self, most: int, within: timedelta) -> None:
        super().__init__(f"at most {most} within {within}")
        self.most = most
        self.within = within


def require_message(user: User, now: datetime) -> None:
    """Raises ``TooManyMessages``."""
    for within, most in MESSAGES.items():
        if Message.objects.filter(user=user, created_at__gt=now - within).count() >= most:
            raise TooManyMessages(most, within)


def require_new_conversation(buyer: User, now: datetime) -> None:
    """Raises ``TooManyMessages``."""
    day = timedelta(days=1)
    if Conversation.objects.filter(buyer=buyer, created_at__gt=now - day).count() >= NEW_CONVERSATIONS_A_DAY:
        raise TooManyMessages(NEW_CONVERSATIONS_A_DAY, day)
