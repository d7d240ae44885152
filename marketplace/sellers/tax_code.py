"""Vietnamese tax codes (mã số thuế) and which kind of seller has which.

Circular 86/2024/TT-BTC, in force since 2025-02-06 and for personal codes since 2025-07-01:

- an enterprise has 10 digits, the last of them a check digit; a branch of it has a hyphen and 3 more;
- a household business and an individual use the 12 digits of the personal identification number, built as
  Decree 137/2015/NĐ-CP and Circular 59/2021/TT-BCA say: 3 digits for the province of birth registration,
  1 for century and sex, 2 for the year of birth, 6 at random.
"""

from datetime import date
from typing import Literal

from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from marketplace.sellers.seller import EntityType

Reason = Literal["FORMAT", "CHECK_DIGIT", "WRONG_KIND"]
LONGEST_TYPED = 40
_PROVINCE_CODES = """
    001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042
    044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087
    089 091 092 093 094 095 096
"""
_BIRTH_PROVINCES = frozenset(_PROVINCE_CODES.split())
"""Circular 59/2021/TT-BCA, annex 1; the codes stay as they are although provinces were merged in 2025."""


class InvalidTaxCode(ValueError):
    """``reason`` is FORMAT, CHECK_DIGIT, or WRONG_KIND when the code belongs to another kind of seller."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def check_tax_code(code: str, entity_type: str, *, today: date) -> str:
    """The code as it is stored. Raises `InvalidTaxCode`."""
    digits = code.strip().replace(" ", "").replace(".", "").replace("-", "")
    if len(code) > LONGEST_TYPED or not (digits.isascii() and digits.isdigit()) or len(digits) not in (10, 12, 13):
        raise InvalidTaxCode("FORMAT")
    is_personal = len(digits) == 12
    if is_personal == (entity_type == EntityType.ENTERPRISE):
        raise InvalidTaxCode("WRONG_KIND")
    return _personal(digits, today) if is_personal else _enterprise(digits)


def _enterprise(digits: str) -> str:
    try:
        return str(mst.format(mst.validate(digits)))
    except ValidationError:
        raise InvalidTaxCode("CHECK_DIGIT") from None


def _personal(digits: str, today: date) -> str:
    century = 1900 + 100 * (int(digits[3]) // 2)
    if digits[:3] not in _BIRTH_PROVINCES or century + int(digits[4:6]) > today.year:
        raise InvalidTaxCode("FORMAT")
    return digits
