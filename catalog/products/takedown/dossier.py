"""What an authority may be given about a takedown: the request, the seller and what was shown when. No buyer's data."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.products.approval import ProductApprovalChange
from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.history.verify import follow_each_other
from catalog.products.product import Product
from catalog.products.takedown.named_products import named_by_each
from catalog.products.takedown.takedown import Takedown, TakedownStep
from marketplace.sellers.models import Seller

MOST_PRODUCTS = 200
MOST_SNAPSHOTS = 500


def dossier(takedown: Takedown) -> dict[str, Any]:
    """JSON values only; at most 200 products with their latest 500 snapshots each, the counts say of how many."""
    return dossiers([takedown])[0]


def dossiers(takedowns: Sequence[Takedown]) -> list[dict[str, Any]]:
    """The same for several, with as many statements as for one."""
    prefetch_related_objects(takedowns, "seller__address")
    named = named_by_each(takedowns)
    steps = _steps(takedowns)
    products = _products({key for ids in named for key in ids[:MOST_PRODUCTS]})
    return [
        {
            "request": _request(takedown),
            "steps": steps[takedown.pk],
            "seller": _seller(takedown.seller),
            "product_count": len(ids),
            "products": [products[key] for key in sorted(ids[:MOST_PRODUCTS]) if key in products],
        }
        for takedown, ids in zip(takedowns, named, strict=True)
    ]


def _request(takedown: Takedown) -> dict[str, Any]:
    return {
        "authority": takedown.authority,
        "reference": takedown.reference,
        "reason": takedown.reason,
        "legal_basis": takedown.legal_basis,
        "received_at": takedown.received_at.isoformat(),
        "due_at": takedown.due_at.isoformat(),
        "hidden_since": takedown.recorded_at.isoformat(),
        "answered_at": takedown.answered_at.isoformat() if takedown.answered_at else None,
        "lifted_at": takedown.lifted_at.isoformat() if takedown.lifted_at else None,
    }


def _steps(takedowns: Sequence[Takedown]) -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for step in TakedownStep.objects.filter(takedown__in=takedowns).order_by("at", "pk"):
        found[step.takedown_id].append({"kind": step.kind, "note": step.note, "at": step.at.isoformat()})
    return found


def _seller(seller: Seller) -> dict[str, Any]:
    """Its identity as verified, which the law lets an authority ask for."""
    return {
        "legal_name": seller.legal_name,
        "name": seller.name,
        "tax_code": seller.tax_code,
        "entity_type": seller.entity_type,
        "address": {name: text for name, text in seller.address.as_data().as_dict().items() if text},
        "email": seller.email,
        "phone": seller.phone,
    }


def _products(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    approvals = _approvals(ids)
    shown = _shown(ids)
    return {
        product.pk: {
            "slug": product.slug,
            "name": product.name,
            "created_at": product.created_at.isoformat(),
            "approvals": approvals[product.pk],
            **shown.get(product.pk, NEVER_SHOWN),
        }
        for product in Product.objects.filter(pk__in=ids)
    }


def _approvals(ids: Collection[int]) -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for row in ProductApprovalChange.objects.filter(product__in=ids).order_by("at", "pk"):
        found[row.product_id].append({"approval": row.approval, "reason": row.reason, "at": row.at.isoformat()})
    return found


NEVER_SHOWN: dict[str, Any] = {"snapshot_count": 0, "history_is_unbroken": True, "shown": []}


def _shown(ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """By product; read one product after the other, for a history can be long."""
    rows = ListingSnapshot.objects.filter(product__in=ids).order_by("product_id", "pk").iterator()
    return {key: _history(list(some)) for key, some in groupby(rows, key=lambda row: row.product_id)}


def _history(rows: Sequence[ListingSnapshot]) -> dict[str, Any]:
    return {
        "snapshot_count": len(rows),
        "history_is_unbroken": follow_each_other(rows),
        "shown": [
            {
                "from": row.taken_at.isoformat(),
                "is_shown": row.is_shown,
                "digest": row.digest,
                "content": json.loads(row.content),
            }
            for row in rows[-MOST_SNAPSHOTS:]
        ],
    }
