"""A seller with an account at GHN, whose peer answers on this machine."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from logistics.models import CarrierAccount, Shipment
from logistics.shipments.booking.book_waiting import book_waiting
from marketplace.sellers.models import Seller
from tests.factories.carriers import make_carrier_account
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_seller
from tests.peers.carriers.ghn import Peer


@dataclass
class WithGhn:
    peer: Peer
    seller: Seller
    account: CarrierAccount

    def ship(self, **overrides: Any) -> Shipment:
        values = {"carrier": "ghn", "carrier_name": "", "tracking_number": "", "service": "2"}
        return make_shipment(self.seller, consignment=self.peer.consignment(), **{**values, **overrides})

    def booked(self, **overrides: Any) -> Shipment:
        shipment = self.ship(**overrides)
        assert book_waiting(now=timezone.now()) == 1
        shipment.refresh_from_db()
        return shipment


def with_ghn(peer: Peer) -> WithGhn:
    seller = make_seller()
    account = make_carrier_account("ghn", seller=seller, base_url=peer.url, settings=peer.credentials())
    return WithGhn(peer, seller, account)


def later(**passed: float) -> Any:
    return timezone.now() + timedelta(**passed)
