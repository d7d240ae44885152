"""``sheets_url`` and ``open_packing_sheets``: sheets are made when their link is opened; the link ends."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import timezone

from orders.documents.packing_sheets.sheets import NothingToPrint, Sheet, packing_sheets
from orders.lifecycle.seller_order import SellerOrder

LIFETIME = timedelta(hours=1)
PDF = "application/pdf"
_SALT = "orders.packing-sheets"


class SheetsNotOpened(LookupError):
    """The token is not ours, is over, or there is nothing to print. Which of them is nobody's business."""


def sheets_url(parts: Sequence[SellerOrder], sheet: Sheet, *, language: str, now: datetime) -> str:
    until = int((now + LIFETIME).timestamp())
    keys = [part.pk.hex for part in parts]
    token = signing.dumps([keys, sheet.value, language, until], salt=_SALT, compress=True)
    return f"{settings.PUBLIC_URL}/documents/{token}"


def open_packing_sheets(token: str) -> tuple[str, bytes, str]:
    """File name, content and media type. Raises `SheetsNotOpened`."""
    try:
        keys, sheet, language, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise SheetsNotOpened("not a token of ours") from error
    now = timezone.now()
    if until < now.timestamp():
        raise SheetsNotOpened("the token is over")
    found = SellerOrder.objects.select_related("order", "seller").in_bulk([UUID(key) for key in keys])
    parts = [found[UUID(key)] for key in keys if UUID(key) in found]
    try:
        content = packing_sheets(parts, Sheet(sheet), language=language, at=now)
    except NothingToPrint as error:
        raise SheetsNotOpened("there is nothing to print") from error
    return f"packing-{now:%Y%m%d-%H%M}.pdf", content, PDF
