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
    EXPO_DOOR = "expo.door"
    """Scan badges at the doors of fairs, and nothing else about them."""
    CONTENT_MANAGE = "content.manage"
    CHANNELS_MANAGE = "channels.manage"
    """Open and close markets, and switch what they offer."""
    USERS_MANAGE = "users.manage"
    """Find people's accounts, block them and open them again."""
    USERS_IMPERSONATE = "users.impersonate"
    """Look at the marketplace as somebody else sees it, with a reason and for a short time."""
    CONSENTS_READ = "consents.read"
    """Look up what the owner of an address agreed to, when they ask."""
    STAFF_MANAGE = "staff.manage"
    """Give and take the roles of the marketplace's own people."""
    AUDIT_READ = "audit.read"
    """Read who of the marketplace's own people changed what."""
    TRACEABILITY_INSPECT = "traceability.inspect"
    """Read what chains of goods keep for authorities."""


class StaffRole(StrEnum):
    """Whoever runs the marketplace, the exhibition centre's officers and who stands at its doors, and inspectors of an
    authority."""

    OPERATOR = "operator"
    EXPO = "expo"
    AUTHORITY = "authority"
    DOOR = "door"


ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    StaffRole.OPERATOR: frozenset(Permission),
    StaffRole.EXPO: frozenset({Permission.EXPO_MANAGE, Permission.EXPO_DOOR}),
    StaffRole.AUTHORITY: frozenset({Permission.TRACEABILITY_INSPECT}),
    StaffRole.DOOR: frozenset({Permission.EXPO_DOOR}),
}


def permissions_of(roles: Iterable[str]) -> frozenset[str]:
    """All permissions of some roles; a role that is no longer known grants nothing."""
    return frozenset(permission for role in roles for permission in ROLE_PERMISSIONS.get(role, ()))
