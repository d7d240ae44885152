"""A gateway for tax invoices, over real HTTP, that can be told to misbehave."""

from tests.peers.invoicing.server import InvoicingPeer

__all__ = ["InvoicingPeer"]
