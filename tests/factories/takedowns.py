"""Authorities' requests for tests; every authority is made up."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.models import Product, Takedown
from catalog.products.takedown.take_down import TakedownRequest, take_down

_number = count(1)


def make_request(**overrides: Any) -> TakedownRequest:
    """A letter that came an hour ago."""
    fields: dict[str, Any] = {
        "authority": "Sở Công Thương Ví Dụ",
        "reference": f"VD-{next(_number)}/SCT",
        "reason": "Nhãn hàng thiếu thông tin.",
        "legal_basis": "Nghị định ví dụ, điều 1",
        "received_at": timezone.now() - timedelta(hours=1),
        **overrides,
    }
    return TakedownRequest(**fields)


def make_takedown(product: Product, *, whole_seller: bool = False, **overrides: Any) -> Takedown:
    """The product is hidden, or everything of its seller."""
    return take_down(
        seller=product.seller,
        product=None if whole_seller else product,
        request=make_request(**overrides),
        by=None,
    )
