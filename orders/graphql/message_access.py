"""Who may read and write conversations: the buyer in them and the people of their seller, and nobody else.

Staff read what was reported to them, through the report.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from catalog.graphql.access import visible_products
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, integer_key, object_rule, permission
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from orders.graphql.access import key_of, seller_roles, user_of
from orders.graphql.quote_access import quote_for
from orders.lifecycle.by import By, Role
from orders.lifecycle.seller_order import SellerOrder
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.recipients import needed_role
from orders.messages.subject import Subject

MODERATORS = permission(Permission.REVIEWS_MODERATE)
NO_CONVERSATION = _("There is no such conversation.")


def side_in(info: Any, conversation: Conversation) -> Role | None:
    """The caller's side; ``None`` for everybody else, staff among them."""
    return _side(info.context, conversation, seller_roles(info))


def _side(context: Any, conversation: Conversation, roles: dict[int, MemberRole]) -> Role | None:
    if context.actor.is_authenticated and conversation.buyer_id == context.actor.id:
        return Role.BUYER
    held = roles.get(conversation.seller_id)
    return Role.SELLER if held is not None and held.includes(needed_role(conversation)) else None


def find_conversation(info: Any, global_id: str) -> Conversation | None:
    found = Conversation.objects.filter(pk=key_of(global_id, "Conversation")).first()
    return found if found is not None and side_in(info, found) else None


def conversation_for(info: Any, global_id: str) -> tuple[Conversation, By]:
    """The conversation and on which side the caller writes; raises NOT_FOUND."""
    found = find_conversation(info, global_id)
    side = side_in(info, found) if found is not None else None
    if found is None or side is None:
        raise InputError(NO_CONVERSATION, field="id", code="NOT_FOUND")
    return found, By(side, user_of(info))


def message_for(info: Any, global_id: str) -> Message:
    """A message of a conversation that the caller is in; raises NOT_FOUND."""
    rows = Message.objects.select_related("conversation")
    found = rows.filter(pk=key_of(global_id, "Message")).first()
    if found is None or side_in(info, found.conversation) is None:
        raise InputError(_("There is no such message."), field="id", code="NOT_FOUND")
    return found


def conversations_of_caller(info: Any) -> QuerySet[Conversation]:
    rows = Conversation.objects.filter(buyer_id=info.context.actor.id)
    return rows.order_by("-last_message_at", "-id")


def conversations_of_seller(info: Any, seller_id: int) -> QuerySet[Conversation]:
    """Those the caller's role lets them read; raises ``PermissionDenied`` for who is no member."""
    held = seller_roles(info).get(seller_id)
    if held is None:
        raise PermissionDenied(_("You are not a member of this seller."))
    rows = Conversation.objects.filter(seller_id=seller_id)
    if not held.includes(MemberRole.MANAGER):
        rows = rows.filter(seller_order__isnull=False)
    return rows.order_by("-last_message_at", "-id")


def readable(info: Any) -> Q:
    """Conversations on the seller's side that the caller may read, of whichever seller."""
    roles = seller_roles(info)
    managed = [seller_id for seller_id, role in roles.items() if role.includes(MemberRole.MANAGER)]
    return Q(seller__in=managed) | Q(seller__in=list(roles), seller_order__isnull=False)


# ---- what a conversation is about


def subject_for(info: Any, given: Any) -> tuple[User, Subject]:
    """The buyer and what it is to be about; raises `InputError`. Only what the caller may see can be named."""
    named = [name for name in ("seller_id", "product_id", "quote_id", "seller_order_id") if given.get(name)]
    if len(named) != 1:
        raise InputError(_("Say what it is about: one thing."), field="product_id", code="REQUIRED")
    finders = {
        "seller_id": _about_seller,
        "product_id": _about_product,
        "quote_id": _about_quote,
        "seller_order_id": _about_part,
    }
    buyer, subject = finders[named[0]](info, given[named[0]])
    if buyer is None:
        raise InputError(_("The buyer has no account here: write to the address on the order."), field=named[0])
    return buyer, subject


def _about_seller(info: Any, global_id: str) -> tuple[User | None, Subject]:
    seller = Seller.objects.approved().filter(pk=integer_key(global_id, "Seller", field="seller_id")).first()
    if seller is None:
        raise InputError(_("There is no such seller."), field="seller_id", code="NOT_FOUND")
    return _not_oneself(info, seller), Subject(seller)


def _about_product(info: Any, global_id: str) -> tuple[User | None, Subject]:
    key = integer_key(global_id, "Product", field="product_id")
    product = visible_products(info).select_related("seller").filter(pk=key).first()
    if product is None:
        raise InputError(_("There is no such product."), field="product_id", code="NOT_FOUND")
    return _not_oneself(info, product.seller), Subject(product.seller, product=product)


def _not_oneself(info: Any, seller: Seller) -> User | None:
    if seller.pk in seller_roles(info):
        raise InputError(_("You belong to this seller yourself."), field="seller_id")
    return user_of(info)


def _about_quote(info: Any, global_id: str) -> tuple[User | None, Subject]:
    quote, _by = quote_for(info, global_id)
    return quote.request.user, Subject(quote.seller, quote=quote)


def _about_part(info: Any, global_id: str) -> tuple[User | None, Subject]:
    key = key_of(global_id, "SellerOrder", field="seller_order_id")
    part = SellerOrder.objects.select_related("order__user", "seller").filter(pk=key).first()
    mine = part is not None and part.order.user_id is not None and part.order.user_id == info.context.actor.id
    if part is None or not (mine or part.seller_id in seller_roles(info)):
        raise InputError(_("There is no such order."), field="seller_order_id", code="NOT_FOUND")
    return part.order.user, Subject(part.seller, seller_order=part)


# ---- rules on types


def _in_it(context: Any, conversations: Sequence[Conversation]) -> list[bool]:
    from marketplace.sellers.graphql.access import roles_in

    opened = opened_by_reports(context)
    roles = roles_in(context)
    return [each.pk in opened or _side(context, each, roles) is not None for each in conversations]


def opened_by_reports(context: Any) -> set[Any]:
    """Conversations that a moderator reached through a report in this request."""
    opened: set[Any] = context.cache.setdefault("orders.reported", set())
    return opened


IN_IT = object_rule("being in the conversation, or having reached it through a report as a moderator", _in_it)
