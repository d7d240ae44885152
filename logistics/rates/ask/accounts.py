"""The accounts that carriers are asked on."""

from __future__ import annotations

from collections.abc import Collection

from logistics.carrier import Account


def accounts_of(seller_ids: Collection[int | None]) -> dict[tuple[str, int | None], Account]:
    """By carrier and seller: the sellers' own, and the marketplace's under None."""
    return {}
