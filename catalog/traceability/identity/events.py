"""What happens to the identifiers of sellers."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class CompanyPrefixChanged(Event):
    """A seller has another company prefix, or none: what is numbered from now on bears it."""

    seller_id: int
