"""Those outside: the payment provider, a carrier, the mail server, and another program that is told of orders."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.load.stage.liar import Liar
from tests.peers.smtp.server import SmtpPeer
from tests.peers.stripe.peer import StripePeer, stripe_peer
from tests.peers.webhook_receiver import WebhookReceiver


@dataclass
class Peers:
    stripe: StripePeer
    carrier: Liar
    mail: SmtpPeer
    receiver: WebhookReceiver


@contextmanager
def peers() -> Iterator[Peers]:
    """All of them, on ports of their own."""
    with stripe_peer() as stripe, Liar() as carrier, SmtpPeer() as mail, WebhookReceiver() as receiver:
        yield Peers(stripe, carrier, mail, receiver)
