"""The desk of the seller's pages, here for its translations."""

from tests.frontend.seller_desk.conftest import desk, owner, packer, someone

__all__ = ["desk", "owner", "packer", "someone"]
