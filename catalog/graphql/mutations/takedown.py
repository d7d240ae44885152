"""``takedownCreate``, ``takedownAnswer``, ``takedownUphold``, ``takedownLift``; for sellers ``takedownObject``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.types.takedown import STAFF, Takedown
from catalog.models import Product as ProductRow
from catalog.models import Takedown as TakedownRow
from catalog.products.takedown.steps import answer_takedown, lift_takedown, object_to_takedown, uphold_takedown
from catalog.products.takedown.take_down import TakedownRequest, take_down
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    DateTime,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    PermissionDenied,
    String,
    integer_key,
)
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller

WRONG_STATE = ("WRONG_STATE",)


class TakedownCreateInput(InputObjectType):
    """What the authority's letter says; either a product, or a seller for everything it offers."""

    product = ID()
    seller = ID()
    authority = String(required=True)
    reference = String(required=True, description="The number of the letter.")
    reason = String(required=True)
    legal_basis = String(required=True)
    received_at = DateTime(required=True)


class TakedownCreate(Mutation):
    """Record an authority's request: what it names is hidden at once, in every market, and its seller told."""

    class Arguments:
        input = TakedownCreateInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    takedown = Field(Takedown)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller, product = _named(input)
        request = TakedownRequest(
            authority=input["authority"],
            reference=input["reference"],
            reason=input["reason"],
            legal_basis=input["legal_basis"],
            received_at=input["received_at"],
        )
        return {"takedown": take_down(seller=seller, product=product, request=request, by=caller(info))}


class TakedownAnswer(Mutation):
    """The authority was told and given what it asked for: its deadline is met."""

    class Arguments:
        id = ID(required=True)
        note = String()

    class Meta:
        access = STAFF
        error_codes = WRONG_STATE
        known_errors = errors.TAKEDOWN

    takedown = Field(Takedown)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> dict[str, Any]:
        return {"takedown": answer_takedown(takedown=_any(id), note=note or "", by=caller(info))}


class TakedownUphold(Mutation):
    """Leave the goods hidden after reading the seller's objection; the seller reads why."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = WRONG_STATE
        known_errors = errors.TAKEDOWN

    takedown = Field(Takedown)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"takedown": uphold_takedown(takedown=_any(id), reason=reason, by=caller(info))}


class TakedownLift(Mutation):
    """Show the goods again wherever they are approved and published; the seller reads why."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = WRONG_STATE
        known_errors = errors.TAKEDOWN

    takedown = Field(Takedown)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"takedown": lift_takedown(takedown=_any(id), reason=reason, by=caller(info))}


class TakedownObject(Mutation):
    """Contradict a takedown of one's goods. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = WRONG_STATE
        known_errors = errors.TAKEDOWN

    takedown = Field(Takedown)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        return {"takedown": object_to_takedown(takedown=_own(info, id), reason=reason, by=caller(info))}


def _named(given: Any) -> tuple[Seller, ProductRow | None]:
    if bool(given.get("product")) == bool(given.get("seller")):
        raise InputError(_("Name either a product or a seller."), field="product")
    if given.get("product"):
        rows = ProductRow.objects.current().select_related("seller")
        product = rows.filter(pk=integer_key(given["product"], "Product", field="product")).first()
        if product is None:
            raise InputError(_("There is no such product."), field="product", code="NOT_FOUND")
        return product.seller, product
    seller = Seller.objects.filter(pk=integer_key(given["seller"], "Seller", field="seller")).first()
    if seller is None:
        raise InputError(_("There is no such seller."), field="seller", code="NOT_FOUND")
    return seller, None


def _any(global_id: str) -> TakedownRow:
    found = TakedownRow.objects.filter(pk=integer_key(global_id, "Takedown")).first()
    if found is None:
        raise InputError(_("There is no such takedown."), field="id", code="NOT_FOUND")
    return found


def _own(info: Any, global_id: str) -> TakedownRow:
    found = TakedownRow.objects.filter(pk=integer_key(global_id, "Takedown")).first()
    if found is None or not is_member(info.context, found.seller_id):
        raise InputError(_("There is no such takedown."), field="id", code="NOT_FOUND")
    if not is_member(info.context, found.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include its catalogue."))
    return found
