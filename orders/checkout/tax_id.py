"""The buyer's tax and customs numbers, checked by their form.

Each kind is checked by the rules its authority publishes (python-stdnum: length, signs, check digits); nobody is asked
whether the number is alive. It is kept as it is written on papers, sealed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from stdnum.au import abn
from stdnum.ch import uid
from stdnum.cn import uscc
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.gb import vat as gb_vat
from stdnum.jp import cn
from stdnum.kr import brn
from stdnum.no import mva
from stdnum.tw import ubn
from stdnum.us import ein
from stdnum.vn import mst

from logistics.consignment import Registration, RegistrationKind
from marketplace.sealed.entries import close_entry, open_entry

LONGEST_TYPED = 40
_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU_COUNTRIES = frozenset(_EU.split())


class TaxIdKind(StrEnum):
    """Which authority gave the number."""

    EU_VAT = "EU_VAT"
    EORI = "EORI"
    """Economic Operators Registration and Identification, for customs of the Union and of the United Kingdom."""
    VN_MST = "VN_MST"
    KR_BRN = "KR_BRN"
    JP_CN = "JP_CN"
    """Corporate number; with a T before it the number of a qualified invoice issuer."""
    GB_VAT = "GB_VAT"
    CH_UID = "CH_UID"
    NO_MVA = "NO_MVA"
    US_EIN = "US_EIN"
    AU_ABN = "AU_ABN"
    CN_USCC = "CN_USCC"
    TW_UBN = "TW_UBN"


class InvalidTaxId(ValueError):
    """The number is not one of its kind."""

    def __init__(self, kind: TaxIdKind, index: int = 0) -> None:
        super().__init__(kind)
        self.kind = kind
        self.index = index


@dataclass(frozen=True, slots=True)
class TaxId:
    kind: TaxIdKind
    number: str = field(repr=False)

    def as_dict(self) -> dict[str, str]:
        return {"kind": self.kind.value, "number": self.number}

    def closed(self) -> dict[str, str]:
        """As it lies in the database."""
        return close_entry(self.as_dict(), "number")


def check_tax_id(kind: TaxIdKind, typed: str) -> TaxId:
    """The number as it is stored; raises ``InvalidTaxId``. ``nl 4495445b01`` becomes ``NL004495445B01``."""
    if not typed.strip() or len(typed) > LONGEST_TYPED or not typed.isascii():
        raise InvalidTaxId(kind)
    try:
        return TaxId(kind, _CHECKS[kind](typed))
    except ValidationError:
        raise InvalidTaxId(kind) from None


def check_tax_ids(given: Iterable[tuple[TaxIdKind, str]]) -> list[TaxId]:
    """Each of them, the last of a kind where one is given twice; raises ``InvalidTaxId`` with its place."""
    found: dict[TaxIdKind, TaxId] = {}
    for index, (kind, typed) in enumerate(given):
        try:
            found[kind] = check_tax_id(kind, typed)
        except InvalidTaxId:
            raise InvalidTaxId(kind, index) from None
    return list(found.values())


def kinds_for(country: str) -> list[TaxIdKind]:
    """What a buyer of a country may want on the papers; nothing where we know no form."""
    if country in EU_COUNTRIES:
        return [TaxIdKind.EU_VAT, TaxIdKind.EORI]
    return [TaxIdKind(kind) for kind in _OF_COUNTRY.get(country, ())]


def tax_ids_of(stored: Iterable[Mapping[str, str]]) -> list[TaxId]:
    """Opened; rows whose numbers are not sealed yet are read as well. Raises ``BrokenSeal``."""
    opened = (open_entry(each, "number") for each in stored)
    return [TaxId(TaxIdKind(each["kind"]), each["number"]) for each in opened]


def printed_tax_ids(stored: Iterable[Mapping[str, str]]) -> str:
    """As papers carry them, in one line."""
    return ", ".join(
        f"{_SHORT[each.kind]} {each.number}" if each.kind in _SHORT else each.number for each in tax_ids_of(stored)
    )


def registrations_of(stored: Iterable[Mapping[str, str]]) -> tuple[Registration, ...]:
    """As carriers pass them on to customs."""
    return tuple(_registration(each) for each in tax_ids_of(stored))


def _registration(tax_id: TaxId) -> Registration:
    kind = _KIND_FOR_CUSTOMS.get(tax_id.kind, RegistrationKind.VAT)
    country = tax_id.kind[:2]
    if tax_id.kind in (TaxIdKind.EU_VAT, TaxIdKind.EORI):
        country = {"EL": "GR"}.get(tax_id.number[:2], tax_id.number[:2])
    return Registration(kind, tax_id.number, country)


def _eori(typed: str) -> str:
    """A country of the Union or GB or XI, then up to 15 letters and digits (Regulation (EU) 2015/2446, annex B)."""
    number = "".join(typed.split()).replace("-", "").upper()
    body = number[2:]
    if number[:2] not in EU_COUNTRIES | {"GB", "XI"} or not 1 <= len(body) <= 15 or not body.isalnum():
        raise ValidationError
    return number


def _japanese(typed: str) -> str:
    number = typed.strip().upper()
    issuer = "T" if number.startswith("T") else ""
    return issuer + str(cn.validate(number.removeprefix("T")))


def _formatted(module: Any) -> Callable[[str], str]:
    return lambda typed: str(module.format(module.validate(typed)))


def _plain(module: Any) -> Callable[[str], str]:
    return lambda typed: str(module.validate(typed))


def _swiss(typed: str) -> str:
    """``CHE-123.456.788``, with or without MWST, TVA or IVA after it."""
    bare = typed.upper().strip()
    for ending in ("MWST", "TVA", "IVA", "HR"):
        bare = bare.removesuffix(ending).strip()
    return str(uid.format(uid.validate(bare)))


_CHECKS: Mapping[TaxIdKind, Callable[[str], str]] = {
    TaxIdKind.EU_VAT: _plain(eu_vat),
    TaxIdKind.EORI: _eori,
    TaxIdKind.VN_MST: _formatted(mst),
    TaxIdKind.KR_BRN: _formatted(brn),
    TaxIdKind.JP_CN: _japanese,
    TaxIdKind.GB_VAT: lambda typed: "GB" + str(gb_vat.validate(typed)),
    TaxIdKind.CH_UID: _swiss,
    TaxIdKind.NO_MVA: _plain(mva),
    TaxIdKind.US_EIN: _formatted(ein),
    TaxIdKind.AU_ABN: _formatted(abn),
    TaxIdKind.CN_USCC: _plain(uscc),
    TaxIdKind.TW_UBN: _plain(ubn),
}
_OF_COUNTRY: Mapping[str, tuple[str, ...]] = {
    "VN": ("VN_MST",),
    "KR": ("KR_BRN",),
    "JP": ("JP_CN",),
    "GB": ("GB_VAT", "EORI"),
    "CH": ("CH_UID",),
    "LI": ("CH_UID",),
    "NO": ("NO_MVA",),
    "US": ("US_EIN",),
    "AU": ("AU_ABN",),
    "CN": ("CN_USCC",),
    "TW": ("TW_UBN",),
}
_KIND_FOR_CUSTOMS: Mapping[TaxIdKind, RegistrationKind] = {
    TaxIdKind.EORI: RegistrationKind.EORI,
    TaxIdKind.US_EIN: RegistrationKind.EIN,
}
_SHORT: Mapping[TaxIdKind, str] = {
    TaxIdKind.EU_VAT: "VAT",
    TaxIdKind.GB_VAT: "VAT",
    TaxIdKind.EORI: "EORI",
    TaxIdKind.VN_MST: "MST",
    TaxIdKind.KR_BRN: "BRN",
    TaxIdKind.US_EIN: "EIN",
    TaxIdKind.AU_ABN: "ABN",
}
