"""Reaction to messages: the other side hears that there is one, and about whom. Its words stay behind the sign-in."""

from functools import partial
from uuid import UUID

from i18n.messages import gettext
from marketplace.accounts.models import User
from marketplace.push.kinds import PushKind
from marketplace.push.notice import Notice, Words
from marketplace.push.queue import queue_push
from marketplace.sellers.member import MemberRole, SellerMember
from orders.events import MessageSent
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.recipients import needed_role
from orders.messages.send_letters import market_of


def push_message(event: MessageSent) -> None:
    """The buyer, or everybody of the seller who may read the conversation."""
    rows = Message.objects.select_related(
        "conversation__seller",
        "conversation__quote__request__channel",
        "conversation__seller_order__order__channel",
    )
    message = rows.filter(pk=UUID(event.message_id), removed_at__isnull=True).first()
    if message is None:
        return
    talk, side = message.conversation, Role.BUYER if message.author == Role.SELLER else Role.SELLER
    notice = Notice(PushKind.MESSAGE_RECEIVED, message.pk.hex, partial(to_read, talk, side))
    queue_push(notice, _readers(talk, side) - {message.user_id})


def _readers(talk: Conversation, side: Role) -> set[int]:
    if side == Role.BUYER:
        return {talk.buyer_id} if talk.buyer_id is not None else set()
    needed, members = needed_role(talk), SellerMember.objects.filter(seller=talk.seller_id)
    return {member.user_id for member in members if MemberRole(member.role).includes(needed)}


def to_read(talk: Conversation, side: Role, reader: User) -> Words:
    place = f"seller/{talk.seller.slug}" if side == Role.SELLER else market_of(talk, reader.language)
    return Words(
        title=gettext(reader.language, "You have a message"),
        body=talk.seller.name,
        path=f"/{reader.language}/{place}/messages/{talk.pk}",
    )
