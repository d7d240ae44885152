"""Write down that products got another HS code."""

from collections.abc import Mapping

from django.utils import timezone

from catalog.products.classification.hs_code_change import HsCodeChange
from marketplace.accounts.models import User


def record_hs_codes(changes: Mapping[int, tuple[str, str]], *, by: User | None) -> None:
    """By product id what stood there and what does now; what stayed is left out. In the transaction of the change."""
    now = timezone.now()
    HsCodeChange.objects.bulk_create(
        [
            HsCodeChange(product_id=product_id, before=before, after=after, at=now, by=by)
            for product_id, (before, after) in changes.items()
            if before != after
        ]
    )
