"""For whom a caller captures: always as a seller it manages, whatever the document says of itself."""

from __future__ import annotations

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestRequest
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of
from marketplace.sellers.models import Seller

SELLER = "marketplace-seller"
AUDIENCE = "marketplace-audience"


def capturing_seller(request: RestRequest) -> Seller:
    """Of the header ``Marketplace-Seller`` (its number), or the only one the caller is a manager of."""
    if request.user is None:
        raise RestRefused(Kind.SECURITY, "send a token of this API: Authorization: Bearer …")
    managed = {key for key, role in roles_of(request.user).items() if role.includes(MemberRole.MANAGER)}
    if not managed:
        raise RestRefused(Kind.SECURITY, "capturing is for managers of a seller", status=403)
    asked = request.headers.get(SELLER, "").strip()
    if not asked and len(managed) > 1:
        raise RestRefused(Kind.VALIDATION, "you manage several sellers: name one by its number in Marketplace-Seller")
    key = _number(asked) if asked else next(iter(managed))
    if key not in managed:
        raise RestRefused(Kind.SECURITY, "you manage no such seller", status=403)
    return Seller.objects.get(pk=key)


def seen_seller_ids(request: RestRequest) -> frozenset[int]:
    """The sellers whose jobs the caller may look at."""
    if request.user is None:
        raise RestRefused(Kind.SECURITY, "send a token of this API: Authorization: Bearer …")
    return request.viewer.seller_ids


def audience_of(request: RestRequest) -> str:
    asked = request.headers.get(AUDIENCE, Audience.CHAIN).strip().upper()
    if asked not in Audience.values:
        raise RestRefused(Kind.VALIDATION, f"Marketplace-Audience is one of {', '.join(Audience.values)}")
    return asked


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else -1
