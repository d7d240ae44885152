"""The first steps of a seller, in the order in which most people take them."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    APPLIED = "APPLIED"
    APPROVED = "APPROVED"
    SHOP_PAGE = "SHOP_PAGE"
    """What the shop says of itself: one line and a story."""
    BANK_ACCOUNT = "BANK_ACCOUNT"
    """Somewhere to be paid to: a bank account, or an account at a provider that can pay out."""
    PRODUCT = "PRODUCT"
    TEXTS = "TEXTS"
    PICTURES = "PICTURES"
    PRICE = "PRICE"
    STOCK = "STOCK"
    SHIPPING = "SHIPPING"
    """Weight and measures as packed: what carriers charge for."""
    TRANSLATIONS = "TRANSLATIONS"
    CERTIFICATE = "CERTIFICATE"
    PUBLISHED = "PUBLISHED"
    FIRST_ORDER = "FIRST_ORDER"
    PACKED = "PACKED"
    SHIPPED = "SHIPPED"
    PAID_OUT = "PAID_OUT"


OPTIONAL = frozenset({Step.CERTIFICATE})
"""A shop may sell for years without these."""


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What of them is done."""

    seller_id: int
    done: frozenset[Step]
    product_id: int | None
    """The product that the steps on a product are about; ``None`` while there is none."""
    is_hidden: bool
    """Somebody of the seller does not want to see them any more."""

    @property
    def is_complete(self) -> bool:
        return all(step in self.done or step in OPTIONAL for step in Step)
