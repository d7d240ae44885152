"""What people enter for an account, checked against what its carrier wants."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping

from logistics.carrier import AccountField, Capability, Carrier
from logistics.carriers.accounts.carrier_account import CarrierAccount

LONGEST = 2000
_SHOWN = 4
_LEAST_HIDDEN = 8


class BadSetting(ValueError):
    """``name`` is the field, ``code`` one of REQUIRED, NOT_FOUND and INVALID."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code.lower()}")
        self.name = name
        self.code = code


def checked(carrier: Carrier, given: Mapping[str, str], kept: Mapping[str, str] | None = None) -> dict[str, str]:
    """The settings; ``kept`` stand in for what was left empty. Raises `BadSetting`.

    Credentials travel in headers of HTTP: nothing but visible ASCII is taken, and lines only where a field has them.
    """
    fields = {field.name: field for field in carrier.account_fields}
    for name in given:
        if name not in fields:
            raise BadSetting(name, "NOT_FOUND")
    values = {name: (given.get(name) or "").strip() or (kept or {}).get(name, "") for name in fields}
    for name, value in values.items():
        if not value and fields[name].required:
            raise BadSetting(name, "REQUIRED")
        lines = value.splitlines() if fields[name].has_lines else [value]
        if len(value) > LONGEST or not value.isascii() or not all(line.isprintable() for line in lines):
            raise BadSetting(name, "INVALID")
    return values


def new_webhook_secret(carrier: Carrier) -> str:
    """What the carrier's messages will have to know; empty for a carrier that sends none."""
    return secrets.token_urlsafe(24) if Capability.WEBHOOK in carrier.capabilities else ""


def fill(row: CarrierAccount, carrier: Carrier, values: Mapping[str, str], webhook_secret: str) -> None:
    """Seal the settings into the row, and leave what may be seen beside them."""
    row.sealed_settings = json.dumps({**values, "webhook_secret": webhook_secret})
    row.shown = {field.name: shown(field, values[field.name]) for field in carrier.account_fields}


def shown(field: AccountField, value: str) -> str:
    """A short secret shows nothing of itself: four of its characters would be too much."""
    if not field.secret or not value:
        return value.partition("\n")[0][:60]
    return f"••••{value[-_SHOWN:]}" if len(value) >= _LEAST_HIDDEN else "••••"
