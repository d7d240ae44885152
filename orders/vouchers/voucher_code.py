import secrets

from django.db import models

from orders.vouchers.voucher import Voucher

LONGEST = 40
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another."""


class VoucherCode(models.Model):
    """What a buyer types. Upper case, without blanks; one voucher may have many."""

    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="codes")
    code = models.CharField(max_length=LONGEST, unique=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.code


def tidy_code(typed: str) -> str:
    """As codes are stored: `` spring-26 `` is ``SPRING-26``."""
    return "".join(typed.split()).upper()


def new_code() -> str:
    """Ten signs nobody guesses (50 bits)."""
    return "".join(secrets.choice(_SIGNS) for _ in range(10))
