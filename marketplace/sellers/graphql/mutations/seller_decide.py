"""``sellerApprove``, ``sellerReject``, ``sellerSuspend``, ``sellerReinstate``: what staff decide."""

from typing import Any

from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ID, Field, Mutation, String, permission
from marketplace.sellers.approve import approve_seller
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import seller_for_staff
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.reinstate import reinstate_seller
from marketplace.sellers.reject import reject_seller
from marketplace.sellers.suspend import suspend_seller

STAFF = permission(Permission.SELLERS_MANAGE)


class SellerApprove(Mutation):
    """Show an applicant and its products to the public."""

    class Arguments:
        id = ID(required=True)
        note = String()

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, note: str | None = None) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": approve_seller(seller=seller, by=signed_in_user(info), note=note or "")}


class SellerReject(Mutation):
    """Turn an application down; it may be made again."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": reject_seller(seller=seller, by=signed_in_user(info), reason=reason)}


class SellerSuspend(Mutation):
    """Hide a seller and its products from the public."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": suspend_seller(seller=seller, by=signed_in_user(info), reason=reason)}


class SellerReinstate(Mutation):
    """End a suspension."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.DECISION_CODES
        known_errors = errors.DECISION

    seller = Field(Seller)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        seller = seller_for_staff(info, id)
        return {"seller": reinstate_seller(seller=seller, by=signed_in_user(info), reason=reason)}
