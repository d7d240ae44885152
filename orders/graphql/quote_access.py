"""Who may see and do what with requests and quotes.

A request is its buyer's; a seller who was asked reads of it what concerns that seller. A quote is of its buyer and of
the owners and managers of its seller. Staff read both, and change neither.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, Rule, object_rule, permission
from marketplace.sellers.member import MemberRole
from orders.graphql.access import key_of, user_of
from orders.lifecycle.by import By, Role
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest

STAFF = permission(Permission.ORDERS_MANAGE)
THROUGH_ITS_QUOTE = Rule("reaching it through a quote or request one may see", lambda _context, _parents: True)


def is_staff(info: Any) -> bool:
    return bool(info.context.actor.has_permission(Permission.ORDERS_MANAGE))


def managed_sellers(context: Any) -> set[int]:
    """The sellers for which the caller may bargain."""
    held = context.cache.get("orders.managed")
    if held is None:
        from marketplace.sellers.graphql.access import roles_in

        roles = roles_in(context)
        held = {seller_id for seller_id, role in roles.items() if role.includes(MemberRole.MANAGER)}
        context.cache["orders.managed"] = held
    return set(held)


def side_of(info: Any, quote: Quote) -> Role | None:
    """The side the caller is on; nobody is on both, for no seller can be asked by its own people."""
    actor = info.context.actor
    if actor.is_authenticated and quote.request.user_id == actor.id:
        return Role.BUYER
    return Role.SELLER if quote.seller_id in managed_sellers(info.context) else None


def find_quote(info: Any, global_id: str) -> Quote | None:
    """The quote; ``None`` for everybody who may not know of it."""
    quote = _quotes().filter(pk=key_of(global_id, "Quote")).first()
    return quote if quote is not None and (side_of(info, quote) or is_staff(info)) else None


def quote_for(info: Any, global_id: str, side: Role | None = None) -> tuple[Quote, By]:
    """The quote and on which side the caller acts; raises NOT_FOUND, also for staff, who take no side."""
    quote = _quotes().filter(pk=key_of(global_id, "Quote")).first()
    held = side_of(info, quote) if quote is not None else None
    if quote is None or held is None or (side is not None and held != side):
        raise InputError(_("There is no such quote."), field="id", code="NOT_FOUND")
    return quote, By(held, user_of(info))


def quotes_of_caller(info: Any, *, everybodys: bool) -> QuerySet[Quote]:
    rows = _quotes().order_by("-updated_at", "-id")
    return rows if everybodys else rows.filter(request__user_id=info.context.actor.id)


def quotes_of_seller(info: Any, seller_id: int) -> QuerySet[Quote]:
    """Raises ``PermissionDenied`` for who neither runs this seller nor is staff."""
    if seller_id not in managed_sellers(info.context) and not is_staff(info):
        raise PermissionDenied(_("You are not a manager of this seller."))
    return _quotes().filter(seller_id=seller_id).order_by("-updated_at", "-id")


def find_request(info: Any, global_id: str) -> QuoteRequest | None:
    """A whole request, for its buyer and staff."""
    found = QuoteRequest.objects.filter(pk=key_of(global_id, "QuoteRequest")).first()
    mine = found is not None and info.context.actor.is_authenticated and found.user_id == info.context.actor.id
    return found if mine or is_staff(info) else None


def _quotes() -> QuerySet[Quote]:
    return Quote.objects.select_related("request")


# ---- rules on types


def _party(context: Any, quotes: Sequence[Quote]) -> list[bool]:
    caller, managed = context.actor.id, managed_sellers(context)
    return [quote.seller_id in managed or (caller is not None and quote.request.user_id == caller) for quote in quotes]


def _whole_request(context: Any, requests: Sequence[QuoteRequest]) -> list[bool]:
    caller = context.actor.id
    return [caller is not None and request.user_id == caller for request in requests]


def _asked(context: Any, requests: Sequence[QuoteRequest]) -> list[bool]:
    asked = _asked_requests(context, [request.pk for request in requests])
    return [request.pk in asked for request in requests]


def _asked_requests(context: Any, request_ids: Iterable[Any]) -> set[Any]:
    managed = managed_sellers(context)
    if not managed:
        return set()
    rows = Quote.objects.filter(request__in=list(request_ids), seller__in=managed)
    return set(rows.values_list("request_id", flat=True))


PARTY = STAFF | object_rule("being its buyer or a manager of its seller", _party)
WHOLE_REQUEST = STAFF | object_rule("being its buyer", _whole_request)
"""Everything of a request, and who else was asked."""
ASKED = WHOLE_REQUEST | object_rule("being a manager of a seller that was asked", _asked)
