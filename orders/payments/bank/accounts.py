"""The collection accounts that buyers pay into, one per currency.

``bank_accounts.toml`` in the data folder has an installation's own. Without it the demonstration accounts beside this
file are used, except in production: nobody is ever told to pay real money into an account that doesn't exist.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from marketplace.environment import environment

DEMONSTRATION = Path(__file__).parent / "demonstration_accounts.toml"


@dataclass(frozen=True, slots=True)
class BankAccount:
    currency: str
    bank_name: str
    account_holder: str
    account_number: str
    """An IBAN where the country has them."""
    bic: str
    is_demonstration: bool
    bank_code: str = ""
    """The six digits that NAPAS gave the bank (BIN); only for accounts in Vietnam, whose payers scan a VietQR."""


def read_accounts(path: Path, *, is_demonstration: bool) -> dict[str, BankAccount]:
    """The accounts of a file, by currency; raises ``KeyError`` or ``TOMLDecodeError`` for a file that is wrong."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["account"]
    names = ("currency", "bank_name", "account_holder", "account_number", "bic")
    found = [
        BankAccount(
            **{name: row[name] for name in names},
            is_demonstration=is_demonstration,
            bank_code=str(row.get("bank_code", "")),
        )
        for row in rows
    ]
    return {account.currency: account for account in found}


def accounts() -> dict[str, BankAccount]:
    """The accounts of this installation, by currency."""
    own = Path(settings.DATA_DIR) / "bank_accounts.toml"
    if own.exists():
        return _as_it_stands(own, own.stat().st_mtime_ns, is_demonstration=False)
    if environment.is_production:
        return {}
    return _as_it_stands(DEMONSTRATION, DEMONSTRATION.stat().st_mtime_ns, is_demonstration=True)


@lru_cache(maxsize=8)
def _as_it_stands(path: Path, _changed_at: int, *, is_demonstration: bool) -> dict[str, BankAccount]:
    """Read again only after the file was changed."""
    return read_accounts(path, is_demonstration=is_demonstration)


def account_for(currency: str) -> BankAccount | None:
    """Where an amount of this currency is paid into; nothing when no account takes it."""
    return accounts().get(currency)
