"""A few facts of a row, under the names that the API has for them."""

from typing import Any

from catalog.models import Product, ProductVariant
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.quotes.quote import Quote


def money(amount: Money) -> dict[str, str]:
    """The amount as text, so that no program makes a float of it."""
    return {"amount": str(amount.amount), "currency": amount.currency}


def order_facts(order: Order) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status,
        "created": order.created_at.isoformat(),
        "total": {"gross": money(order.total.gross)},
    }


def seller_order_facts(part: SellerOrder) -> dict[str, Any]:
    """Needs its ``lines``."""
    return {
        "number": part.number,
        "status": part.status,
        "created": part.created_at.isoformat(),
        "total": {"gross": money(part.total.gross)},
        "lines": [{"productSku": line.sku, "quantity": line.quantity} for line in part.lines.all()],
    }


def product_facts(product: Product) -> dict[str, Any]:
    return {
        "name": product.name,
        "slug": product.slug,
        "approval": product.approval,
        "isArchived": product.archived_at is not None,
        "updatedAt": product.updated_at.isoformat(),
    }


def stock_facts(variant: ProductVariant, quantity_available: int) -> dict[str, Any]:
    """Needs its ``stocks`` with their ``warehouse``."""
    return {
        "sku": variant.sku,
        "quantityAvailable": quantity_available,
        "stocks": [
            {
                "warehouse": {"name": stock.warehouse.name},
                "quantity": stock.quantity,
                "quantityAllocated": stock.quantity_allocated,
            }
            for stock in variant.stocks.all()
        ],
    }


def quote_facts(quote: Quote) -> dict[str, Any]:
    return {
        "number": quote.number,
        "status": quote.status,
        "latestVersion": quote.latest_version,
        "validUntil": quote.valid_until.isoformat(),
    }
