"""A provider's message, before anybody believes or understands it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from orders.payments.gateway_event import GatewayEvent


@dataclass(frozen=True, slots=True)
class Notice:
    event_id: str
    """The provider's own number of it."""
    type: str
    reference: str
    """The object it is about, by the provider's name."""
    at: datetime
    """By the provider's clock, which decides nothing."""


@runtime_checkable
class Listening(Protocol):
    """A gateway whose provider sends messages that are stored first and looked up afterwards."""

    code: str

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Notice:
        """Verify who sent it; raises ``BadWebhook``. Asks nobody. ``headers`` has lower-case names."""
        ...

    def facts_of(self, notice: Notice) -> Sequence[GatewayEvent]:
        """What the provider says by now of what the message is about. Raises ``GatewayUnavailable``."""
        ...

    def notices_since(self, moment: datetime) -> Iterator[Notice]:
        """Every message of the provider since then. Raises ``GatewayUnavailable``."""
        ...

    def is_listening(self) -> bool:
        """Whether it is set up here."""
        ...
