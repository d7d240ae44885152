"""Make vouchers, change them, give them codes, and end them."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Unpack

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.vouchers.fields import RELATIONS, VoucherFields, Worth, field_problems, worth_problems
from orders.vouchers.voucher import Voucher
from orders.vouchers.voucher_code import LONGEST, VoucherCode, new_code, tidy_code
from orders.vouchers.voucher_listing import VoucherListing
from orders.vouchers.voucher_use import VoucherUse

MOST_CODES = 1000
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{2,}")


def create_voucher(
    *, seller: Seller | None, codes: Sequence[str], now: datetime, **fields: Unpack[VoucherFields]
) -> Voucher:
    """A voucher of a seller, or of the marketplace; without codes it gets one nobody guesses. Raises `Refused`.

    It is worth nothing before it has a listing (``list_voucher``).
    """
    voucher = Voucher(seller=seller, starts_at=now)
    with transaction.atomic():
        _write(voucher, fields)
        add_codes(voucher=voucher, codes=codes or [new_code()])
    return voucher


def update_voucher(*, voucher: Voucher, **fields: Unpack[VoucherFields]) -> Voucher:
    """Orders that used it keep what they got. Raises `Refused`."""
    with transaction.atomic():
        _write(voucher, fields)
        rows = voucher.listings.select_related("channel")
        refuse_any(worth_problems(voucher, [Worth(row.channel, row.value, row.minimum_spent) for row in rows]))
    return voucher


def list_voucher(*, voucher: Voucher, worths: Sequence[Worth], removed: Sequence[Channel] = ()) -> Voucher:
    """What it takes off in channels; those that are not named stay as they are. Raises `Refused`."""
    refuse_any(worth_problems(voucher, worths))
    with transaction.atomic():
        voucher.listings.filter(channel__in=removed).delete()
        for worth in worths:
            VoucherListing.objects.update_or_create(
                voucher=voucher,
                channel=worth.channel,
                defaults={
                    "currency": worth.channel.currency_code,
                    "value": worth.value,
                    "minimum_spent": worth.minimum_spent,  # type: ignore[misc]  # the column takes null
                },
            )
    return voucher


def add_codes(*, voucher: Voucher, codes: Sequence[str]) -> list[VoucherCode]:
    """All of them or none. Raises `Refused` for one that is taken or that nobody could type."""
    wanted = [tidy_code(code) for code in codes]
    taken = set(VoucherCode.objects.filter(code__in=wanted).values_list("code", flat=True))
    refuse_any(problem for index, code in enumerate(wanted) for problem in _code_problems(code, index, wanted, taken))
    if voucher.codes.count() + len(wanted) > MOST_CODES:
        raise Refused(Problem("codes", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_CODES}))
    return VoucherCode.objects.bulk_create(VoucherCode(voucher=voucher, code=code) for code in wanted)


def delete_voucher(*, voucher: Voucher) -> bool:
    """It is gone, with its codes. One that orders used stays as their history and is never good again: says no."""
    with transaction.atomic():
        if not VoucherUse.objects.filter(voucher=voucher).exists():
            voucher.delete()
            return True
        voucher.is_active = False
        voucher.save(update_fields=["is_active"])
        voucher.codes.update(is_active=False)
    return False


def _write(voucher: Voucher, fields: VoucherFields) -> None:
    given: dict[str, Any] = dict(fields)
    relations = {name: given.pop(name) for name in RELATIONS if name in given}
    for name, value in given.items():
        setattr(voucher, name, value)
    refuse_any(field_problems(voucher, fields))
    voucher.save()
    for name, rows in relations.items():
        getattr(voucher, name).set(rows)


def _code_problems(code: str, index: int, wanted: Sequence[str], taken: set[str]) -> Sequence[Problem]:
    if len(code) > LONGEST or not _CODE.fullmatch(code):
        message = _("A code has 3 to %(most)s letters A to Z, digits, hyphens and underscores.")
        return [Problem("codes", "INVALID", message, {"most": LONGEST}, index)]
    if code in taken or wanted.index(code) != index:
        return [Problem("codes", "UNIQUE", _("The code %(code)s is taken."), {"code": code}, index)]
    return []
