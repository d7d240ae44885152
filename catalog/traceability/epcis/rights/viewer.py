"""Viewer: with whose eyes events are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from marketplace.accounts.permissions import Permission
from marketplace.sellers.membership import sellers_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Viewer:
    """The sellers one works for, and whether one inspects for an authority."""

    seller_ids: frozenset[int] = frozenset()
    is_authority: bool = False

    @classmethod
    def public(cls) -> Viewer:
        return cls()

    @classmethod
    def of_sellers(cls, seller_ids: Iterable[int]) -> Viewer:
        return cls(frozenset(seller_ids))


def viewer_of(user: Any) -> Viewer:
    """With the rights of a signed-in user; anybody else, ``None`` included, is the public."""
    if user is None or not user.is_authenticated:
        return Viewer.public()
    return Viewer(frozenset(sellers_of(user)), user.has_permission(Permission.TRACEABILITY_INSPECT))
