"""What happens to sellers, for whoever reacts to it."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class SellerEvent(Event):
    seller_id: int


@dataclass(frozen=True)
class SellerApplied(SellerEvent):
    """Somebody asked to sell here, for the first time or again."""


@dataclass(frozen=True)
class SellerApproved(SellerEvent):
    """The seller and its products may be seen by the public from now on."""


@dataclass(frozen=True)
class SellerRejected(SellerEvent):
    """The application was turned down; it may be made again."""


@dataclass(frozen=True)
class SellerSuspended(SellerEvent):
    """The seller and its products are hidden from the public from now on."""


@dataclass(frozen=True)
class SellerReinstated(SellerEvent):
    """A suspension ended."""


@dataclass(frozen=True)
class SellerMemberInvited(SellerEvent):
    """Somebody is asked into the team. ``sent_at`` tells a repeated invitation from the one before."""

    invitation_id: int
    sent_at: str


@dataclass(frozen=True)
class SellerUpdated(SellerEvent):
    """Its profile or the translations of it changed."""
