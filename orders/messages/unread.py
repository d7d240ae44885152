"""How much somebody has not read yet. What their own side wrote is no news to them."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from marketplace.accounts.models import User
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.reader import ConversationReader


def unread_counts(sides: Mapping[UUID, Role], user: User) -> dict[UUID, int]:
    """Messages of the other side that the user hasn't seen, by conversation, in one query."""
    rows = _unseen(user).filter(conversation_id__in=list(sides)).order_by()
    counted = rows.values_list("conversation_id").annotate(count=Count("pk"))
    return dict(counted)


def unread_total(user: User, conversations: QuerySet[Conversation]) -> int:
    """Over all of these conversations."""
    return _unseen(user).filter(conversation__in=conversations.order_by().values("pk")).count()


def only_unread(rows: QuerySet[Conversation], user: User, *, unread: bool) -> QuerySet[Conversation]:
    """Those with something the user hasn't seen, or those without."""
    waiting = Exists(_unseen(user).filter(conversation=OuterRef("pk")))
    return rows.filter(waiting if unread else ~waiting)


def _unseen(user: User) -> QuerySet[Message]:
    """What the other side wrote since: to the buyer of a conversation the seller's words, to others the buyer's."""
    seen = ConversationReader.objects.filter(conversation=OuterRef("conversation"), user_id=user.pk)
    other = Case(When(Q(conversation__buyer=user.pk), then=Value(Role.SELLER)), default=Value(Role.BUYER))
    rows = Message.objects.filter(removed_at__isnull=True, author=other)
    return rows.annotate(seen=Coalesce(Subquery(seen.values("read_position")[:1]), 0)).filter(position__gt=F("seen"))
