"""How much somebody has not read yet. What they wrote themselves, and their own side, is no news to them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from marketplace.accounts.models import User
from orders.lifecycle.by import Role
from orders.messages.message import Message
from orders.messages.reader import ConversationReader


def unread_counts(conversation_ids: Iterable[UUID], user: User, sides: dict[UUID, Role]) -> dict[UUID, int]:
    """Messages of the other side that the user hasn't seen, by conversation, in one query."""
    wanted = set(conversation_ids)
    counted = (
        _unseen(user)
        .filter(conversation_id__in=wanted)
        .order_by()
        .values_list("conversation_id", "author")
        .annotate(count=Count("pk"))
    )
    found: dict[UUID, int] = {}
    for conversation_id, author, count in counted:
        if author != sides.get(conversation_id):
            found[conversation_id] = found.get(conversation_id, 0) + count
    return found


def unread_total(user: User, *, seller_ids: Iterable[int] = (), as_buyer: bool = False) -> int:
    """Over all conversations of the user as a buyer, or of some sellers."""
    rows = _unseen(user)
    if as_buyer:
        return rows.filter(conversation__buyer=user, author=Role.SELLER).count()
    return rows.filter(conversation__seller__in=set(seller_ids), author=Role.BUYER).count()


def _unseen(user: User) -> QuerySet[Message]:
    seen = ConversationReader.objects.filter(conversation=OuterRef("conversation"), user=user)
    rows = Message.objects.filter(removed_at__isnull=True)
    return rows.annotate(seen=Coalesce(Subquery(seen.values("read_position")[:1]), 0)).filter(position__gt=F("seen"))
