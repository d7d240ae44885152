"""The first steps of a shop as a list of links: each step leads to the page where the next thing is done."""

from collections.abc import Mapping
from typing import Any

from frontend.seller_desk.seller_page import SellerPage

PAGES: Mapping[str, tuple[str, str]] = {
    "SHOP_PAGE": ("seller-profile", "OWNER"),
    "BANK_ACCOUNT": ("seller-payouts", "OWNER"),
    "PRODUCT": ("seller-products-new", "MANAGER"),
    "CERTIFICATE": ("seller-certificates-new", "MANAGER"),
    "FIRST_ORDER": ("seller-orders", "PACKER"),
    "PACKED": ("seller-orders", "PACKER"),
    "SHIPPED": ("seller-orders", "PACKER"),
    "PAID_OUT": ("seller-payouts", "MANAGER"),
}
"""Where a step is done, and the least role that may."""
OF_PRODUCT: Mapping[str, str] = {
    "TEXTS": "seller-products-texts",
    "PICTURES": "seller-products-pictures",
    "PRICE": "seller-products-prices",
    "STOCK": "seller-products-variants",
    "SHIPPING": "seller-products-variants",
    "TRANSLATIONS": "seller-products-translations",
    "PUBLISHED": "seller-products-publish",
}
"""The same for what is done on the product."""


def steps_of(page: SellerPage, found: Mapping[str, Any]) -> dict[str, Any]:
    """All steps with their address, ``None`` where this person cannot do them, and which is the next one."""
    steps = [{**step, "href": _address(page, step["code"], found["product"])} for step in found["steps"]]
    waiting = [step for step in steps if not step["isDone"] and not step["isOptional"]]
    return {
        "steps": steps,
        "next": waiting[0]["code"] if waiting else None,
        "done": sum(step["isDone"] for step in steps),
        "all": len(steps),
    }


def _address(page: SellerPage, code: str, product: str | None) -> str | None:
    if code in OF_PRODUCT:
        if not page.may("MANAGER"):
            return None
        return page.at(OF_PRODUCT[code], id=product) if product else page.at("seller-products-new")
    if code not in PAGES:
        return None
    name, role = PAGES[code]
    return page.at(name) if page.may(role) else None
