"""A Stripe of our own on this machine: it keeps what it is told and answers over real HTTP in Stripe's shapes.

Written from the public API reference. It exists to be difficult: see ``switches.py`` for what it can do to its callers.
"""

from tests.peers.stripe.peer import StripePeer, stripe_peer

__all__ = ["StripePeer", "stripe_peer"]
