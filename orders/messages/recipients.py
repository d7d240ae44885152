"""Who reads a conversation."""

from django.db.models import QuerySet

from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole, SellerMember
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation


def needed_role(conversation: Conversation) -> MemberRole:
    """Whoever packs reads what is said about an order; the rest is for those who run the shop."""
    return MemberRole.PACKER if conversation.seller_order_id else MemberRole.MANAGER


def told_by_letter(conversation: Conversation, author: Role) -> QuerySet[User]:
    """Who gets a letter about what ``author``'s side wrote: the buyer, or the seller's owners and managers."""
    active = User.objects.filter(is_active=True)
    if author == Role.SELLER:
        return active.filter(pk=conversation.buyer_id or 0)
    running = (MemberRole.OWNER, MemberRole.MANAGER)
    members = SellerMember.objects.filter(seller=conversation.seller_id, role__in=running)
    return active.filter(pk__in=members.values("user_id"))
