"""The peer as tests hold it: its address, its world, its switches, and what people and banks do."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.peers.stripe import accounts, checkout_sessions, disputes, payment_intents, refunds, transfers
from tests.peers.stripe.idempotency import Idempotency
from tests.peers.stripe.server import Server
from tests.peers.stripe.switches import Switches
from tests.peers.stripe.webhooks import Webhooks
from tests.peers.stripe.world import Stored, World


@dataclass
class StripePeer:
    world: World
    switches: Switches
    webhooks: Webhooks
    asked: list[dict[str, Any]] = field(default_factory=list)
    """Every request of the API, in order."""
    idempotency: Idempotency = field(default_factory=Idempotency)

    @property
    def url(self) -> str:
        return self.world.url

    def only(self, object: str) -> Stored:
        """The one object of a kind."""
        (found,) = self.world.all(object)
        return found

    def forget_idempotency_keys(self) -> None:
        """A day has passed."""
        self.idempotency.clear()

    def some_intent(self) -> str:
        """One that nobody here asked for."""
        with self.world.lock:
            made = payment_intents.create(self.world, {"amount": "1000", "currency": "eur"})
        return str(made["id"])

    def charge_of_somebody_else(self) -> None:
        """Another shop uses the same account."""
        with self.world.lock:
            intent = payment_intents.create(self.world, {"amount": "1000", "currency": "eur"})
            payment_intents.confirm(self.world, intent["id"], {"payment_method": "pm_card_createDispute"})
        session = {"amount_total": 1, "currency": "eur", "metadata": {}, "status": "complete", "payment_intent": None}
        self.world.happened("checkout.session.completed", self.world.new("cs_test", "checkout.session", **session))

    def page_runs_out(self, session: str) -> None:
        with self.world.lock:
            checkout_sessions.expire(self.world, session)

    def buyer_confirms(self, intent: str, payment_method: str = "pm_card_visa") -> Stored:
        """What Stripe.js does in a browser."""
        with self.world.lock:
            return payment_intents.confirm(self.world, intent, {"payment_method": payment_method, "return_url": "/"})

    def buyer_authenticates(self, intent: str, *, approved: bool = True) -> Stored:
        with self.world.lock:
            return payment_intents.authenticate(self.world, intent, approved=approved)

    def bank_settles(self, intent: str, *, paid: bool) -> Stored:
        with self.world.lock:
            return payment_intents.settle(self.world, intent, paid=paid)

    def bank_disputes(self, charge: str, **more: Any) -> Stored:
        with self.world.lock:
            return disputes.open_dispute(self.world, self.world.find("charge", charge), **more)

    def bank_decides(self, dispute: str, *, won: bool) -> Stored:
        with self.world.lock:
            return disputes.close_dispute(self.world, self.world.find("dispute", dispute), won=won)

    def bank_answers_refund(self, refund: str, *, paid: bool) -> Stored:
        with self.world.lock:
            return refunds.settle(self.world, refund, paid=paid)

    def refund_in_dashboard(self, intent: str, amount: int) -> Stored:
        """Somebody paid back by hand, past the marketplace."""
        with self.world.lock:
            return refunds.create(self.world, {"payment_intent": intent, "amount": str(amount)})

    def seller_onboards(self, account: str) -> Stored:
        with self.world.lock:
            return accounts.onboard(self.world, account)

    def seller_is_restricted(self, account: str) -> Stored:
        with self.world.lock:
            return accounts.restrict(self.world, account)

    def reverse_in_dashboard(self, transfer: str, amount: int) -> Stored:
        """Somebody took it back by hand, past the marketplace."""
        with self.world.lock:
            return transfers.reverse(self.world, transfer, {"amount": str(amount)})


@contextmanager
def stripe_peer() -> Iterator[StripePeer]:
    world, switches = World(), Switches()
    webhooks = Webhooks(world)
    world.on_event = webhooks.remember
    peer = StripePeer(world, switches, webhooks)
    server = Server(world, switches, peer.asked, peer.idempotency)
    world.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
