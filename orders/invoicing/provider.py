"""What every way of handing over a tax invoice can do. A provider is one folder in ``providers/``.

How to add one: a folder with ``provider.py`` whose ``PROVIDER`` has these methods; ``discovery.installed_providers``
finds it, and ``tests/contracts/invoicing`` proves it. It knows no tables of ours: an invoice is handed to it as data
(``neutral.py``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

InvoiceData = Mapping[str, Any]


class Said(StrEnum):
    """What a provider says of an invoice. It never says more than it was told itself."""

    RECEIVED = "RECEIVED"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


@dataclass(frozen=True, slots=True)
class ProviderAnswer:
    said: Said
    reference: str = ""
    """What the provider calls the invoice."""
    authority_code: str = ""
    """What the tax authority gave it; never empty for ACCEPTED."""
    reason: str = ""


class ProviderTrouble(Exception):
    """Nothing is known of the invoice. ``permanent``: asking again is no use before somebody has changed something."""

    def __init__(self, provider: str, fact: str, *, permanent: bool = False, retry_after: int | None = None) -> None:
        super().__init__(f"{provider}: {fact}")
        self.provider = provider
        self.fact = fact
        self.permanent = permanent
        self.retry_after = retry_after
        """Seconds, where the provider named some."""


class Provider(Protocol):
    """Both verbs are idempotent by ``key``, the invoice's id, and raise ``ProviderTrouble``."""

    code: str
    name: str
    """A message id."""
    needs_token: bool
    by_hand: bool
    """A person hands the file over and says so; there is nothing to call."""

    def is_ready(self) -> bool:
        """Whether this installation can use it."""
        ...

    def send(self, *, token: str, key: str, invoice: InvoiceData) -> ProviderAnswer:
        """Hand it over; twice with the same key is once."""
        ...

    def ask(self, *, token: str, reference: str) -> ProviderAnswer:
        """What has become of it."""
        ...
