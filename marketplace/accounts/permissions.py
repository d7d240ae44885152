"""What staff may do. Buyers and sellers need none of these: their rights follow from what is theirs."""

from collections.abc import Iterable
from enum import StrEnum


class Permission(StrEnum):
    """A right of the marketplace's own staff, named ``subject.verb``."""

    SELLERS_MANAGE = "sellers.manage"
    PRODUCTS_APPROVE = "products.approve"
    CATALOG_MANAGE = "catalog.manage"
    REVIEWS_MODERATE = "reviews.moderate"
    TAKEDOWNS_MANAGE = "takedowns.manage"
    ORDERS_MANAGE = "orders.manage"
    PAYOUTS_MANAGE = "payouts.manage"
    CUSTOMS_MANAGE = "customs.manage"
    SCREENING_DECIDE = "screening.decide"
    EXPO_MANAGE = "expo.manage"
    CONTENT_MANAGE = "content.manage"
    USERS_MANAGE = "users.manage"
    TRACEABILITY_INSPECT = "traceability.inspect"
    """Read what chains of goods keep for authorities."""


class StaffRole(StrEnum):
    """Whoever runs the marketplace, the exhibition centre's officers, and inspectors of an authority."""

    OPERATOR = "operator"
    EXPO = "expo"
    AUTHORITY = "authority"


ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    StaffRole.OPERATOR: frozenset(Permission),
    StaffRole.EXPO: frozenset({Permission.EXPO_MANAGE}),
    StaffRole.AUTHORITY: frozenset({Permission.TRACEABILITY_INSPECT}),
}


def permissions_of(roles: Iterable[str]) -> frozenset[str]:
    """All permissions of some roles; a role that is no longer known grants nothing."""
    return frozenset(permission for role in roles for permission in ROLE_PERMISSIONS.get(role, ()))
