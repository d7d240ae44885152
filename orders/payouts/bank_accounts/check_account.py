"""Whether what somebody typed can be a bank account: form and check digits, never whether it exists."""

from dataclasses import dataclass, fields, replace

from stdnum import bic as bic_number
from stdnum import iban
from stdnum.exceptions import ValidationError

from i18n.currencies import is_currency
from i18n.formatting import country_name

IBAN_COUNTRIES = frozenset(
    [
        "AD",
        "AE",
        "AL",
        "AT",
        "AZ",
        "BA",
        "BE",
        "BG",
        "BH",
        "BR",
        "BY",
        "CH",
        "CR",
        "CY",
        "CZ",
        "DE",
        "DK",
        "DO",
        "EE",
        "EG",
        "ES",
        "FI",
        "FO",
        "FR",
        "GB",
        "GE",
        "GI",
        "GL",
        "GR",
        "GT",
        "HR",
        "HU",
        "IE",
        "IL",
        "IQ",
        "IS",
        "IT",
        "JO",
        "KW",
        "KZ",
        "LB",
        "LC",
        "LI",
        "LT",
        "LU",
        "LV",
        "LY",
        "MC",
        "MD",
        "ME",
        "MK",
        "MR",
        "MT",
        "MU",
        "NL",
        "NO",
        "PK",
        "PL",
        "PS",
        "PT",
        "QA",
        "RO",
        "RS",
        "SA",
        "SC",
        "SE",
        "SI",
        "SK",
        "SM",
        "ST",
        "SV",
        "TL",
        "TN",
        "TR",
        "UA",
        "VA",
        "VG",
        "XK",
    ]
)


@dataclass(frozen=True, slots=True)
class BankAccountData:
    currency: str
    holder: str
    bank_name: str
    country: str
    account_number: str
    bic: str = ""
    bank_code: str = ""


class BadBankAccount(ValueError):
    """``field`` cannot be right; ``code`` says why: REQUIRED, TOO_LONG, INVALID."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field} is {code}")
        self.field = field
        self.code = code


_LONGEST = {
    "holder": 70,
    "bank_name": 100,
    "account_number": 40,
    "bic": 14,
    "bank_code": 6,
    "country": 2,
    "currency": 3,
}


def checked(data: BankAccountData) -> BankAccountData:
    """The same in one spelling; raises ``BadBankAccount``.

    A bank abroad needs its BIC; a bank in Vietnam its BIC or its six digits.
    """
    data = replace(data, **{each.name: " ".join(getattr(data, each.name).split()) for each in fields(data)})
    data = replace(data, country=data.country.upper(), currency=data.currency.upper())
    for name, longest in _LONGEST.items():
        _require(len(getattr(data, name)) <= longest, name, "TOO_LONG")
    for name in ("holder", "bank_name", "account_number"):
        _require(bool(getattr(data, name)), name, "REQUIRED")
    _require(is_currency(data.currency), "currency")
    _require(_is_country(data.country), "country")
    _require(all(sign.isprintable() for sign in data.holder + data.bank_name), "holder")
    return replace(data, account_number=_account(data), bic=_bic(data), bank_code=_bank_code(data))


def _account(data: BankAccountData) -> str:
    number = "".join(sign for sign in data.account_number.upper() if sign not in " -.")
    if data.country in IBAN_COUNTRIES:
        try:
            number = iban.validate(number, check_country=False)
        except ValidationError:
            raise BadBankAccount("account_number", "INVALID") from None
        _require(number[:2] == data.country or (data.country, number[:2]) in {("GG", "GB")}, "account_number")
        return number
    _require(number.isascii() and number.isalnum() and 4 <= len(number) <= 34, "account_number")
    _require(data.country != "VN" or (number.isdigit() and len(number) <= 19), "account_number")
    return number


def _bic(data: BankAccountData) -> str:
    if not data.bic:
        _require(data.country == "VN" and bool(data.bank_code), "bic", "REQUIRED")
        return ""
    try:
        number = bic_number.validate(data.bic)
    except ValidationError:
        raise BadBankAccount("bic", "INVALID") from None
    _require(number[4:6] == data.country, "bic")
    return number


def _bank_code(data: BankAccountData) -> str:
    if data.bank_code:
        _require(data.country == "VN" and data.bank_code.isdigit() and len(data.bank_code) == 6, "bank_code")
    return data.bank_code


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isalpha() and country_name(code, "en") != code


def _require(right: bool, field: str, code: str = "INVALID") -> None:
    if not right:
        raise BadBankAccount(field, code)
