"""A carrier and its peer, and each of the port's verbs asked in the one usual way."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from logistics.carrier import Account, Booking, Capability, Carrier
from tests.peers.carriers.peer import STARTED, CarrierPeer

TODAY = date(2026, 11, 21)
KEY = "8f1a9d6c-0f7e-4c1b-9f43-7d7f7f0b5a10"
LATER = STARTED + timedelta(hours=30)
ASKING = (Capability.QUOTE, Capability.BOOK, Capability.LABEL, Capability.CANCEL, Capability.TRACK)


@dataclass
class Contract:
    carrier: Carrier
    peer: CarrierPeer

    @property
    def verbs(self) -> list[str]:
        """What goes out to the carrier, the check of credentials included."""
        return [str(each) for each in ASKING if each in self.carrier.capabilities] + ["CHECK"]

    def has(self, capability: Capability) -> bool:
        return capability in self.carrier.capabilities

    def book(self, key: str = KEY, account: Account | None = None) -> Booking:
        """By the carrier's own counter where it takes no bookings from us."""
        if not self.has(Capability.BOOK):
            return Booking(self.peer.at_the_counter(key), self.carrier.name)
        return self.carrier.book(
            account=account or self.peer.account(),
            consignment=self.peer.consignment(),
            service=self.peer.service,
            tracking_number="",
            key=key,
        )

    def ask(self, verb: str, number: str, account: Account | None = None) -> Any:
        account = account or self.peer.account()
        carrier = self.carrier
        match verb:
            case "QUOTE":
                return carrier.quote(account=account, consignment=self.peer.consignment(), on=TODAY)
            case "BOOK":
                return self.book(f"{KEY[:-2]}99", account)
            case "LABEL":
                return carrier.label(account=account, tracking_number=number, format=carrier.label_formats[0])
            case "CANCEL":
                return carrier.cancel(account=account, tracking_number=number)
            case "TRACK":
                return carrier.track(account=account, tracking_number=number)
            case _:
                return carrier.check(account=account)
