"""Carriers: at least one that sellers' goods can go with."""

from collections.abc import Iterator

from logistics.carriers.accounts.carrier_account import CarrierAccount
from marketplace.doctor.finding import Finding, good, noted


def check() -> Iterator[Finding]:
    found = CarrierAccount.objects.count()
    if found:
        yield good(f"{found} accounts with carriers")
    else:
        yield noted(
            "no account with any carrier: sellers quote delivery by hand, or from rate tables",
            "Add one at the operator's desk, under carriers.",
        )
