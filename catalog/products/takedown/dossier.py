"""What an authority may be given about a takedown: the request, the seller and what was shown when. No buyer's data."""

import json
from typing import Any

from catalog.products.approval import ProductApprovalChange
from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.history.verify import is_unbroken
from catalog.products.product import Product
from catalog.products.takedown.named_products import named_products
from catalog.products.takedown.takedown import Takedown
from marketplace.sellers.models import Seller

MOST_PRODUCTS = 200
MOST_SNAPSHOTS = 500


def dossier(takedown: Takedown) -> dict[str, Any]:
    """JSON values only; at most 200 products with their latest 500 snapshots each, the counts say of how many."""
    ids = named_products(takedown)
    products = Product.objects.filter(pk__in=ids[:MOST_PRODUCTS]).order_by("pk")
    return {
        "request": {
            "authority": takedown.authority,
            "reference": takedown.reference,
            "reason": takedown.reason,
            "legal_basis": takedown.legal_basis,
            "received_at": takedown.received_at.isoformat(),
            "due_at": takedown.due_at.isoformat(),
            "hidden_since": takedown.recorded_at.isoformat(),
            "answered_at": takedown.answered_at.isoformat() if takedown.answered_at else None,
            "lifted_at": takedown.lifted_at.isoformat() if takedown.lifted_at else None,
        },
        "steps": [
            {"kind": step.kind, "note": step.note, "at": step.at.isoformat()}
            for step in takedown.steps.order_by("at", "pk")
        ],
        "seller": _seller(takedown.seller),
        "product_count": len(ids),
        "products": [_product(product) for product in products],
    }


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


def _product(product: Product) -> dict[str, Any]:
    snapshots = ListingSnapshot.objects.filter(product=product)
    latest = list(snapshots.order_by("-pk")[:MOST_SNAPSHOTS])[::-1]
    approvals = ProductApprovalChange.objects.filter(product=product).order_by("at", "pk")
    return {
        "slug": product.slug,
        "name": product.name,
        "created_at": product.created_at.isoformat(),
        "approvals": [{"approval": row.approval, "reason": row.reason, "at": row.at.isoformat()} for row in approvals],
        "snapshot_count": snapshots.count(),
        "history_is_unbroken": is_unbroken(product),
        "shown": [
            {
                "from": row.taken_at.isoformat(),
                "is_shown": row.is_shown,
                "digest": row.digest,
                "content": json.loads(row.content),
            }
            for row in latest
        ],
    }
